package io.tocsin.deploy.explain;

import io.tocsin.scoring.lexicon.LexiconScorer;
import org.jspecify.annotations.Nullable;

/** Guesses whether a text is English, where nobody says. Not thread-safe. */
final class EnglishGuess {
  /** ISO 639-1. */
  static final String ENGLISH = "en";

  private final LexiconScorer guesser = new LexiconScorer();

  /** The language that the text seems to be in, as an ISO 639-1 code; null where none is clear. */
  @Nullable String languageOf(String text) {
    return guesser.score(text, null).language();
  }
}
