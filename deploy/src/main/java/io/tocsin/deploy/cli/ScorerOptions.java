package io.tocsin.deploy.cli;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.jobs.config.JobOption;
import io.tocsin.scoring.NamedScorer;
import io.tocsin.scoring.ScorerUnavailableException;
import io.tocsin.scoring.SentimentScorer;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a verb is told who scores sentiment. */
public final class ScorerOptions {
  @Option(
      names = "--sentiment",
      paramLabel = "NAME",
      description = "Who tells how a mention feels, such as lexicon (default: ${DEFAULT-VALUE}).")
  private String name = JobOption.SENTIMENT.defaultValue();

  @Option(
      names = "--sentiment-model",
      paramLabel = "FILE",
      description = "Model of that scorer, in place of the one that it comes with.")
  private @Nullable Path model;

  /**
   * The scorer, opened once to see that it can be.
   *
   * @throws BadInputException if it cannot
   */
  public NamedScorer chosen() {
    return checked(name, model);
  }

  /**
   * A scorer by its name, opened once to see that it can be.
   *
   * @param model its model; null for its own
   * @throws BadInputException if it cannot
   */
  public static NamedScorer checked(String name, @Nullable Path model) {
    NamedScorer scorer = named(name, model);
    open(scorer).close();
    return scorer;
  }

  /** A scorer by its name, with the model of a file or its own. */
  public static NamedScorer named(String name, @Nullable Path model) {
    return new NamedScorer(name, model == null ? null : model.toAbsolutePath().toString());
  }

  /**
   * Opens a scorer that a person chose.
   *
   * @throws BadInputException if it cannot be opened
   */
  public static SentimentScorer open(NamedScorer scorer) {
    try {
      return scorer.create();
    } catch (ScorerUnavailableException e) {
      throw new BadInputException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The same as options of a job.
   *
   * @throws BadInputException if the scorer cannot be opened
   */
  public Map<JobOption, String> jobOptions() {
    NamedScorer scorer = chosen();
    Map<JobOption, String> options = new EnumMap<>(JobOption.class);
    options.put(JobOption.SENTIMENT, scorer.name());
    if (scorer.modelFile() != null) {
      options.put(JobOption.SENTIMENT_MODEL, scorer.modelFile());
    }
    return options;
  }
}
