package io.tocsin.deploy.cli;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.scoring.NamedScorer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says who looks again at the example posts of open incidents. */
public final class SecondOpinionOption {
  private static final String NONE = "none";

  @Option(
      names = "--second-opinion",
      paramLabel = "NAME",
      defaultValue = "e5",
      description =
          "Scorer that looks again at the posts that the desk shows of an open incident, or none"
              + " (default: ${DEFAULT-VALUE}). It is opened with the first incident.")
  @SuppressWarnings("NullAway.Init") // set by picocli before the run
  private String name;

  /**
   * The scorer, not opened yet; null where none is wanted.
   *
   * @throws BadInputException if there is none of this name
   */
  public @Nullable NamedScorer chosen() {
    if (name.equals(NONE)) {
      return null;
    }
    if (!NamedScorer.names().contains(name)) {
      throw new BadInputException(
          "--second-opinion is no scorer: '%s'; there are none, %s"
              .formatted(name, String.join(", ", NamedScorer.names())));
    }
    return new NamedScorer(name, null);
  }
}
