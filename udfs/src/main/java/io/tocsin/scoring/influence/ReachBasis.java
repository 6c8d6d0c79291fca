package io.tocsin.scoring.influence;

/** What an estimate of reach rests on. */
public enum ReachBasis {
  /** The network counted the views. */
  VIEWS,
  /** The author's followers. */
  FOLLOWERS,
  /** Nothing was known: the channel's middle was taken. */
  CHANNEL_MEDIAN
}
