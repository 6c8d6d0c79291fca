package io.tocsin.scoring.influence;

/** Places an author's followers among those of other authors on one channel. */
public interface FollowerScale {
  /**
   * The author's rank on the channel.
   *
   * @param followers from 1
   * @return from 0 (nobody listens) to 1 (the largest audiences there are), rising with followers
   */
  double rank(long followers);

  /** Followers of the author in the channel's middle, from 1. */
  long middleFollowers();

  /** Where the scale comes from. */
  ScaleBasis basis();
}
