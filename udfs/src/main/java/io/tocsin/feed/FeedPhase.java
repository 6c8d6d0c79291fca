package io.tocsin.feed;

/** Where a feed stands. */
public enum FeedPhase {
  /** It brings nothing, though its own past says that it should. */
  STANDING_STILL,
  /** It brings mentions again. */
  RUNNING_AGAIN,
  /** The input is over, as a file is; never on a live feed. */
  ENDED
}
