package io.tocsin.scoring;

import org.jspecify.annotations.Nullable;

/**
 * A kind of scorer that can be chosen by name. Implementations have a public constructor without
 * arguments and are named in {@code META-INF/services}, so that a scorer with heavy or differently
 * licensed libraries can come in a jar of its own.
 */
public interface ScorerProvider {
  /** The name it is chosen by: lower-case letters and digits. */
  String name();

  /**
   * Opens a scorer for one thread.
   *
   * @param modelFile path of a model to use instead of its own; null for its own
   * @throws ScorerUnavailableException if it cannot be opened here; the message says why and what
   *     would help
   */
  SentimentScorer open(@Nullable String modelFile);
}
