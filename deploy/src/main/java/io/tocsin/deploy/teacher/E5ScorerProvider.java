package io.tocsin.deploy.teacher;

import io.tocsin.jobs.config.JobOption;
import io.tocsin.scoring.NamedScorer;
import io.tocsin.scoring.ScorerProvider;
import io.tocsin.scoring.ScorerUnavailableException;
import io.tocsin.scoring.SentimentScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code e5}: {@link E5Scorer}, with its own head or one from {@code tocsin teach head}. */
public final class E5ScorerProvider implements ScorerProvider {
  @Override
  public String name() {
    return "e5";
  }

  @Override
  public SentimentScorer open(@Nullable String modelFile) {
    E5Head head = modelFile == null ? E5HeadFile.own() : read(Path.of(modelFile));
    return E5Scorer.open(head, new NamedScorer(JobOption.SENTIMENT.defaultValue(), null).create());
  }

  private static E5Head read(Path file) {
    try {
      return E5HeadFile.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new ScorerUnavailableException(file + ": " + e.getMessage(), e);
    }
  }
}
