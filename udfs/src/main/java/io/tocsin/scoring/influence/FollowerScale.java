package io.tocsin.scoring.influence;

import java.io.Serializable;

/** Places an author's followers among those of other authors on the same channel. */
public interface FollowerScale extends Serializable {
  /**
   * The author's rank on the channel.
   *
   * @param channel the network
   * @param followers from 1
   * @return from 0 (nobody listens) to 1 (the largest audiences there are), rising with followers
   */
  double rank(String channel, long followers);

  /** Followers of the author in the channel's middle, from 1. */
  long middleFollowers(String channel);
}
