package io.tocsin.deploy.explain;

import io.tocsin.deploy.models.CoreNlpFolder;
import io.tocsin.scoring.ScorerProvider;
import io.tocsin.scoring.ScorerUnavailableException;
import io.tocsin.scoring.SentimentScorer;
import org.jspecify.annotations.Nullable;

/** {@code corenlp}: {@link CoreNlpScorer}. */
public final class CoreNlpScorerProvider implements ScorerProvider {
  @Override
  public String name() {
    return "corenlp";
  }

  @Override
  public SentimentScorer open(@Nullable String modelFile) {
    if (modelFile != null) {
      throw new ScorerUnavailableException("the corenlp scorer reads no model file: " + modelFile);
    }
    return openFrom(CoreNlpFolder.current());
  }

  static SentimentScorer openFrom(CoreNlpFolder folder) {
    if (!folder.isUsable()) {
      throw new ScorerUnavailableException(folder.missing());
    }
    return CoreNlpScorer.open(folder);
  }
}
