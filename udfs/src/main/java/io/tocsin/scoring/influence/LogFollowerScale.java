package io.tocsin.scoring.influence;

/**
 * A fixed scale, the same for every channel, until enough of a channel was seen: the logarithm of
 * the followers, full at ten million. Audiences are spread over so many powers of ten that a linear
 * scale would tell nobody but celebrities apart.
 *
 * <p>The middle is 383 followers: the median of 63,283 posts that mention companies on X, 2014 to
 * 2016. No such figure is at hand for other channels, so they share it.
 */
public final class LogFollowerScale implements FollowerScale {
  /** The scale. */
  public static final FollowerScale STANDARD = new LogFollowerScale();

  private static final double FULL_FOLLOWERS = 10_000_000;
  private static final long MIDDLE_FOLLOWERS = 383;

  private LogFollowerScale() {}

  @Override
  public double rank(long followers) {
    return Math.min(1, Math.log1p((double) followers) / Math.log1p(FULL_FOLLOWERS));
  }

  @Override
  public long middleFollowers() {
    return MIDDLE_FOLLOWERS;
  }

  @Override
  public ScaleBasis basis() {
    return ScaleBasis.FIXED;
  }
}
