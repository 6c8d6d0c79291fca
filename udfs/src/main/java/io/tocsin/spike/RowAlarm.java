package io.tocsin.spike;

/**
 * Turns the scores of the calibrated look into raising and ending: it fires at one level, ends at a
 * lower one, and within a day and a half fires again only where the score is clearly higher than
 * before.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class RowAlarm {
  /** The newest row's score. */
  public double score;

  /** Whether it is firing. */
  public boolean firing;

  /** Score at which it fired last. */
  public double firedScore;

  /** When it did, epoch milliseconds. */
  public long firedMillis = Long.MIN_VALUE;

  /**
   * Takes a row's score.
   *
   * @param allowed whether there is enough past, and enough people, to fire
   * @param told whether a spike that has just ended told of it already: then it keeps quiet as if
   *     it had fired
   * @param now end of the row
   */
  void judge(DetectorPolicy policy, double rowScore, boolean allowed, boolean told, long now) {
    score = rowScore;
    if (firing) {
      firing = score >= policy.rowCalmScore();
    } else if (allowed && score >= level(policy, now)) {
      firing = !told;
      firedScore = score;
      firedMillis = now;
    }
  }

  private double level(DetectorPolicy policy, long now) {
    boolean quiet = firedMillis == Long.MIN_VALUE || now - firedMillis >= policy.rowQuietMillis();
    return quiet ? policy.rowScore() : Math.max(policy.rowScore(), firedScore + policy.rowRise());
  }
}
