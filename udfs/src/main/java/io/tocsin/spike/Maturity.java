package io.tocsin.spike;

/**
 * Whether a signal has enough past for the calibrated look to be believed: a day of its own, or,
 * before that, a past that is not empty and a last quarter of an hour, or a last hour, that is rare
 * under the little that was known before it. The baseline itself is no measure of that: where a few
 * rows are all that is known, what has just begun is soon a good part of it.
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
  boolean allows(SignalState memory) {
    long rows = memory.baseline.rows;
    return rows >= policy.rowWarmUpRows()
        || (rows >= policy.suddenWarmUpRows()
            && (isRareOver(QUARTER_ROWS, memory) || isRareOver(Support.HOUR_ROWS, memory)));
  }

  private boolean isRareOver(int rows, SignalState memory) {
    RowHistory history = memory.rows.history;
    double before = memory.baseline.rows + 1.0 - rows;
    if (before < rows || history.busyBefore(rows) < LEAST_BUSY_ROWS) {
      return false;
    }
    double mean = history.totalBefore(rows) / before;
    double dispersion = history.squaresBefore(rows) / before / mean - mean;
    double expected = rows * mean;
    double observed = history.sum(rows);
    double doubted = expected * (1 + 2 / Math.sqrt(before));
    return observed >= policy.suddenRatio() * expected
        && NegativeBinomial.upperTailDecades(observed, Math.max(0.1, doubted), dispersion)
            >= YOUNG_DECADES;
  }
}
