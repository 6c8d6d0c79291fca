package io.tocsin.spike;

import io.tocsin.window.WindowSums;

/**
 * The usual share of negative posts of one watch, forgetting with a half-life of 8 days, and that
 * of late, with a half-life of half an hour. Fields are public and change in place because the
 * class is operator state.
 */
public final class UsualMood {
  private static final double KEEP_A_ROW = Math.pow(2, -1 / (8 * 288.0));
  private static final double KEEP_OF_LATE = Math.pow(2, -1 / 6.0);
  private static final double MINUTE = 60_000;
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

  /** Sum of the probabilities of negative of late. */
  public double lateNegativity;

  /** Distinct voices of late. */
  public double lateVoices;

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
  void hear(WindowSums row) {
    lateNegative = lateNegative * KEEP_OF_LATE + row.negative();
    lateScored = lateScored * KEEP_OF_LATE + row.scored();
    lateNegativity = lateNegativity * KEEP_OF_LATE + row.negativity();
    lateVoices = lateVoices * KEEP_OF_LATE + row.voices();
  }

  /** Forgets over rows that were empty. */
  void skip(long rows) {
    negative *= Math.pow(KEEP_A_ROW, rows);
    scored *= Math.pow(KEEP_A_ROW, rows);
    lateNegative *= Math.pow(KEEP_OF_LATE, rows);
    lateScored *= Math.pow(KEEP_OF_LATE, rows);
    lateNegativity *= Math.pow(KEEP_OF_LATE, rows);
    lateVoices *= Math.pow(KEEP_OF_LATE, rows);
  }

  /**
   * Whether posts are so much worse than usual that neither the watch's ups and downs nor chance
   * explain it. Who looks at a surge for hours sees much that is rare, so the longer it lasts the
   * rarer it must be: one in ten at its beginning, one in three hundred thousand after three hours.
   *
   * @param negativePosts among them
   * @param scoredPosts how many a model could score
   * @param odds of negative over the usual odds that are asked for
   * @param surgeMillis how long there have been more posts than usual; 0 where there are not
   */
  boolean isWorse(double negativePosts, double scoredPosts, double odds, long surgeMillis) {
    return scoredPosts > 0
        && oddsRatio(negativePosts / scoredPosts) >= odds
        && chanceDecades(negativePosts, scoredPosts)
            >= 1 + 2 * Math.log10(1 + surgeMillis / MINUTE);
  }

  /** {@link #isWorse} of the posts of late. */
  boolean isWorseOfLate(double odds, long surgeMillis) {
    return isWorse(lateNegative, lateScored, odds, surgeMillis);
  }

  /**
   * Odds of this share over those of late, where it was better than usual: people who come for an
   * event bring a mood of their own.
   */
  double oddsRatioToGlad(double share) {
    double usual = negativeShare();
    double late = (lateNegative + usual * PRIOR_WEIGHT) / (lateScored + PRIOR_WEIGHT);
    return odds(share) / odds(Math.min(usual, late));
  }

  /**
   * Negativity of a voice of late as a share of the usual one, at most 1.
   *
   * @param usual negativity of a voice as the baselines have it
   */
  double negativityOfLate(double usual) {
    double late = (lateNegativity + usual * PRIOR_WEIGHT) / (lateVoices + PRIOR_WEIGHT);
    return usual > 0 ? Math.min(1, late / usual) : 1;
  }

  /** Chernoff's bound of the binomial tail, in decades; the less past, the more is allowed. */
  private double chanceDecades(double negativePosts, double scoredPosts) {
    double share = negativePosts / scoredPosts;
    double usual = negativeShare();
    usual += Math.sqrt(usual * (1 - usual) / (scored + PRIOR_WEIGHT));
    return share <= usual ? 0 : scoredPosts * divergence(share, usual) / Math.log(10);
  }

  private static double divergence(double share, double usual) {
    double rest = share < 1 ? (1 - share) * Math.log((1 - share) / (1 - usual)) : 0;
    return share * Math.log(share / usual) + rest;
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
