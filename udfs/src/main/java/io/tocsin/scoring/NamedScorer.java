package io.tocsin.scoring;

import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A scorer chosen by name, opened where it is needed.
 *
 * @param name a {@link ScorerProvider#name}
 * @param modelFile path of the model, on the worker too; null for the scorer's own
 */
public record NamedScorer(String name, @Nullable String modelFile) implements ScorerFactory {
  private static final long serialVersionUID = 1L;

  /** The scorer that is taken where nobody chose one. */
  public static final String DEFAULT_NAME = "fast";

  /** The names to choose from, sorted. */
  public static SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    providers().forEach(provider -> names.add(provider.name()));
    return names;
  }

  /**
   * Opens the scorer.
   *
   * @throws ScorerUnavailableException if there is none of this name, or it cannot be opened
   */
  @Override
  public SentimentScorer create() {
    for (ScorerProvider provider : providers()) {
      if (provider.name().equals(name)) {
        return provider.open(modelFile);
      }
    }
    throw new ScorerUnavailableException(
        "no scorer '" + name + "'; there are: " + String.join(", ", names()));
  }

  /**
   * Opens the scorer once, so that a fault is told before a job starts.
   *
   * @throws ScorerUnavailableException as {@link #create}
   */
  public NamedScorer checked() {
    create().close();
    return this;
  }

  private static ServiceLoader<ScorerProvider> providers() {
    return ServiceLoader.load(ScorerProvider.class);
  }
}
