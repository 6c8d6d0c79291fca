package io.tocsin.spike;

import io.tocsin.feed.FeedGaps;

/**
 * How many mentions should have come since the last one, row by row by the baseline. Rows that the
 * feed hides count nothing, nor do hours with less than a quarter of the mean: there the profile
 * knows too little, and a quiet night is no silence. A baseline that has not seen two whole weeks
 * does not know its nights and weekends, so it may not promise more than the hour before the last
 * mention had, fading by half every half hour: a day that ends is no silence.
 *
 * @param baseline what is usual; it is not changed
 * @param lateRow mean row of the hour before the last mention
 * @param sinceMillis end of the slide with the last mention
 * @param gaps what the feed hides
 */
record MissedMentions(Baseline baseline, double lateRow, long sinceMillis, FeedGaps gaps) {
  private static final long ROW = Baseline.ROW_MILLIS;
  private static final long GROWN_ROWS = 14L * Baseline.DAY_ROWS;
  private static final double FADING_ROWS = 6;
  private static final double MOST_OF_A_DAY = 3;
  private static final double LEAST_FACTOR = 0.25;

  /** Those that should have come by then. */
  double by(long nowMillis) {
    double missed = 0;
    for (long start = sinceMillis; start < nowMillis; start = nextRow(start)) {
      missed += between(start, Math.min(nowMillis, nextRow(start)));
    }
    return missed;
  }

  /**
   * When so many should have come.
   *
   * @param latestMillis where to stop looking
   * @return a whole number of slides; {@link Long#MAX_VALUE} if it is later than that
   */
  long reach(double count, long latestMillis, long slideMillis) {
    if (mostInADay() < count) {
      return Long.MAX_VALUE;
    }
    double missed = 0;
    for (long start = sinceMillis; start < latestMillis; start = nextRow(start)) {
      double row = between(start, nextRow(start));
      if (missed + row >= count) {
        long into = (long) Math.ceil((count - missed) / row * (nextRow(start) - start));
        return -Math.floorDiv(-(start + into), slideMillis) * slideMillis;
      }
      missed += row;
    }
    return Long.MAX_VALUE;
  }

  /** No day brings more, so that most watches need not be walked through. */
  private double mostInADay() {
    return isGrown()
        ? Baseline.DAY_ROWS * MOST_OF_A_DAY * baseline.level
        : lateRow / (1 - Math.pow(2, -1 / FADING_ROWS));
  }

  private boolean isGrown() {
    return baseline.rows >= GROWN_ROWS;
  }

  /** Both times lie in one row. */
  private double between(long fromMillis, long toMillis) {
    long row = Math.floorDiv(fromMillis, ROW) * ROW;
    if (baseline.profile.factor(row) < LEAST_FACTOR || gaps.hide(fromMillis, toMillis)) {
      return 0;
    }
    double doubt = Judgement.doubted(baseline, 1);
    double usual = baseline.expected(row) / doubt;
    if (!isGrown()) {
      double rowsAgo = Math.max(0, (double) (row - sinceMillis) / ROW);
      usual = Math.min(usual, lateRow * Math.pow(2, -rowsAgo / FADING_ROWS));
    }
    return usual * (toMillis - fromMillis) / ROW;
  }

  private static long nextRow(long millis) {
    return Math.floorDiv(millis, ROW) * ROW + ROW;
  }
}
