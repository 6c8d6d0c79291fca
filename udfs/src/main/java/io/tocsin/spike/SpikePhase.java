package io.tocsin.spike;

/** Where a spike stands. */
public enum SpikePhase {
  RAISED,
  /** It goes on; the figures are fresh. */
  ONGOING,
  ENDED
}
