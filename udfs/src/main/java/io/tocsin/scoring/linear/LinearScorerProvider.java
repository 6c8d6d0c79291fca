package io.tocsin.scoring.linear;

import io.tocsin.scoring.ScorerProvider;
import io.tocsin.scoring.ScorerUnavailableException;
import io.tocsin.scoring.SentimentScorer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code fast}: {@link LinearScorer} with the model that Tocsin comes with, or with another. */
public final class LinearScorerProvider implements ScorerProvider {
  @Override
  public String name() {
    return "fast";
  }

  @Override
  public SentimentScorer open(@Nullable String modelFile) {
    try {
      return new LinearScorer(
          modelFile == null ? ShippedModel.read() : ModelReader.read(Path.of(modelFile)));
    } catch (ModelFileException e) {
      throw new ScorerUnavailableException(String.valueOf(e.getMessage()), e);
    }
  }
}
