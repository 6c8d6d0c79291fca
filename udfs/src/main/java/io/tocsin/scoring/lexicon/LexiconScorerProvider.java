package io.tocsin.scoring.lexicon;

import io.tocsin.scoring.ScorerProvider;
import io.tocsin.scoring.ScorerUnavailableException;
import io.tocsin.scoring.SentimentScorer;
import org.jspecify.annotations.Nullable;

/** {@code lexicon}: {@link LexiconScorer}. */
public final class LexiconScorerProvider implements ScorerProvider {
  @Override
  public String name() {
    return "lexicon";
  }

  @Override
  public SentimentScorer open(@Nullable String modelFile) {
    if (modelFile != null) {
      throw new ScorerUnavailableException("the lexicon scorer reads no model file: " + modelFile);
    }
    return new LexiconScorer();
  }
}
