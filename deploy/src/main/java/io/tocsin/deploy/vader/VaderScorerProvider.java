package io.tocsin.deploy.vader;

import io.tocsin.scoring.ScorerProvider;
import io.tocsin.scoring.ScorerUnavailableException;
import io.tocsin.scoring.SentimentScorer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code vader}: {@link VaderScorer}, with a lexicon that the user brings. */
public final class VaderScorerProvider implements ScorerProvider {
  @Override
  public String name() {
    return "vader";
  }

  @Override
  public SentimentScorer open(@Nullable String modelFile) {
    if (modelFile == null) {
      throw new ScorerUnavailableException(
          "vader needs its lexicon: --sentiment-model vader_lexicon.txt");
    }
    return new VaderScorer(Path.of(modelFile));
  }
}
