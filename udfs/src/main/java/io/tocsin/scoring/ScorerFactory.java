package io.tocsin.scoring;

import java.io.Serializable;

/** Opens a scorer where it is needed: the factory travels to the worker, the scorer does not. */
@FunctionalInterface
public interface ScorerFactory extends Serializable {
  /** A new scorer for one thread. */
  SentimentScorer create();
}
