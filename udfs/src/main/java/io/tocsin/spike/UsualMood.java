package io.tocsin.spike;

/**
 * The usual share of negative posts of one watch, forgetting with a half-life of 8 days. Fields are
 * public and change in place because the class is operator state.
 */
public final class UsualMood {
  private static final double KEEP_A_ROW = Math.pow(2, -1 / (8 * 288.0));
  private static final double PRIOR_SHARE = 0.2;
  private static final double PRIOR_WEIGHT = 20;

  /** Negative posts, forgetting. */
  public double negative;

  /** Scored posts, forgetting. */
  public double scored;

  /** Share of negative among scored, from 0 to 1; the prior where little is known. */
  public double negativeShare() {
    return (negative + PRIOR_SHARE * PRIOR_WEIGHT) / (scored + PRIOR_WEIGHT);
  }

  /** Learns from a row that is over. */
  public void learn(long rowNegative, long rowScored) {
    negative = negative * KEEP_A_ROW + rowNegative;
    scored = scored * KEEP_A_ROW + rowScored;
  }

  /** Odds of this share over the usual odds: 1 where the mood is as ever. */
  public double oddsRatio(double share) {
    return odds(share) / odds(negativeShare());
  }

  private static double odds(double share) {
    double held = Math.min(0.999, Math.max(0.001, share));
    return held / (1 - held);
  }
}
