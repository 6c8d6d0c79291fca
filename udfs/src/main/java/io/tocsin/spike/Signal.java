package io.tocsin.spike;

/** What of a watch is measured. */
public enum Signal {
  /** Mentions, counted by distinct text. */
  VOLUME,
  /** Sum of the probabilities that a mention is negative. */
  NEGATIVITY
}
