package io.tocsin.scoring.influence;

/**
 * A channel's own scale: an author's rank is the share of posts whose authors have fewer followers,
 * and half of those whose authors have as many.
 *
 * @param posts posts that it was made of
 * @param middleFollowers the median, from 1
 * @param firstBucket bucket of {@link FollowerSketch} that the first rank stands for
 * @param ranks rank of each bucket from that one on, rising from 0 to 1
 */
public record ChannelScale(long posts, long middleFollowers, int firstBucket, float[] ranks)
    implements FollowerScale {
  @Override
  public double rank(long followers) {
    int i = FollowerSketch.bucketOf(followers) - firstBucket;
    return i < 0 ? 0 : i < ranks.length ? ranks[i] : 1;
  }

  @Override
  public ScaleBasis basis() {
    return ScaleBasis.CHANNEL;
  }
}
