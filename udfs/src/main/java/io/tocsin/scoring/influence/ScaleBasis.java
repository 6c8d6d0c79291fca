package io.tocsin.scoring.influence;

/** What an author's rank rests on. */
public enum ScaleBasis {
  /** The followers of those who posted on the channel in the last days. */
  CHANNEL,
  /** A fixed scale, the same for every channel: too few posts of this one were seen yet. */
  FIXED
}
