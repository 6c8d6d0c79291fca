package io.tocsin.spike;

/**
 * The usual share of negative posts of one watch, forgetting with a half-life of 8 days, and that
 * of late, with a half-life of half an hour. Fields are public and change in place because the
 * class is operator state.
 */
public final class UsualMood {
  private static final double KEEP_A_ROW = Math.pow(2, -1 / (8 * 288.0));
  private static final double KEEP_OF_LATE = Math.pow(2, -1 / 6.0);
  private static final double PRIOR_SHARE = 0.2;
  private static final double PRIOR_WEIGHT = 20;

  /** Negative posts, forgetting. */
  public double negative;

  /** Scored posts, forgetting. */
  public double scored;

  /** Negative posts of late. */
  public double lateNegative;

  /** Scored posts of late. */
  public double lateScored;

  /** Share of negative among scored, from 0 to 1; the prior where little is known. */
  public double negativeShare() {
    return (negative + PRIOR_SHARE * PRIOR_WEIGHT) / (scored + PRIOR_WEIGHT);
  }

  /** Learns from a row that is over. */
  public void learn(long rowNegative, long rowScored) {
    negative = negative * KEEP_A_ROW + rowNegative;
    scored = scored * KEEP_A_ROW + rowScored;
  }

  /** Hears a row that is over, whether or not it is usual. */
  void hear(long rowNegative, long rowScored) {
    lateNegative = lateNegative * KEEP_OF_LATE + rowNegative;
    lateScored = lateScored * KEEP_OF_LATE + rowScored;
  }

  /** Forgets over rows that were empty. */
  void skip(long rows) {
    negative *= Math.pow(KEEP_A_ROW, rows);
    scored *= Math.pow(KEEP_A_ROW, rows);
    lateNegative *= Math.pow(KEEP_OF_LATE, rows);
    lateScored *= Math.pow(KEEP_OF_LATE, rows);
  }

  /** {@link #oddsRatio} of the posts of late; 1 where there were none. */
  double lateOddsRatio() {
    return lateScored < 0.5 ? 1 : oddsRatio(lateNegative / lateScored);
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
