package io.tocsin.deploy.explain;

import io.tocsin.scoring.Judgement;
import io.tocsin.scoring.SentimentScorer;
import io.tocsin.scoring.linear.LinearScorer;
import io.tocsin.scoring.linear.ShippedModel;
import org.jspecify.annotations.Nullable;

/** Guesses whether a text is English, where nobody says. Not thread-safe. */
final class EnglishGuess {
  /** ISO 639-1. */
  static final String ENGLISH = "en";

  private final SentimentScorer fast = new LinearScorer(ShippedModel.read());
  private final Judgement judgement = new Judgement();

  /** The language that the text seems to be in, as an ISO 639-1 code; null where none is clear. */
  @Nullable String languageOf(String text) {
    fast.judge(text, null, judgement);
    return judgement.language();
  }
}
