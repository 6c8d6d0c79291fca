package io.tocsin.spike;

/**
 * Whether a signal has enough past for the calibrated look to be believed: a day of its own, or,
 * before that, a past that is not empty and a last quarter of an hour, or a last hour, that is rare
 * under the little that is known.
 */
final class Maturity {
  private static final int QUARTER_ROWS = 3;
  private static final int LEAST_BUSY_ROWS = 3;
  private static final double YOUNG_DECADES = 5;

  private final DetectorPolicy policy;

  Maturity(DetectorPolicy policy) {
    this.policy = policy;
  }

  /** Whether the look may fire at the end of this row, which the signal has taken. */
  boolean allows(SignalState memory, long rowEnd) {
    long rows = memory.baseline.rows;
    return rows >= policy.rowWarmUpRows()
        || (rows >= policy.suddenWarmUpRows()
            && (isRareOver(QUARTER_ROWS, memory, rowEnd)
                || isRareOver(Support.HOUR_ROWS, memory, rowEnd)));
  }

  private boolean isRareOver(int rows, SignalState memory, long rowEnd) {
    Baseline baseline = memory.baseline;
    if (memory.rows.history.busyBefore(rows) < LEAST_BUSY_ROWS) {
      return false;
    }
    double observed = memory.rows.history.sum(rows);
    double expected = rows * baseline.expected(rowEnd - policy.rowMillis());
    double decades =
        NegativeBinomial.upperTailDecades(
            observed, Math.max(0.1, Judgement.doubted(baseline, expected)), baseline.dispersion);
    return decades >= YOUNG_DECADES && observed >= policy.suddenRatio() * expected;
  }
}
