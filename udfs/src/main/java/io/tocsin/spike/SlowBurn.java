package io.tocsin.spike;

/**
 * The look at negativity that builds up for hours without one remarkable row: the negative count of
 * an hour and a half against the same hours' usual count, each row held at three times its
 * expectation, so that a single burst is no slow burn. It fires where the count is well above,
 * rarer than chance gives, and the mood is clearly worse than usual.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class SlowBurn {
  /** Rows it looks at. */
  static final int ROWS = 18;

  private static final long WARM_UP_ROWS = 2L * Baseline.DAY_ROWS;
  private static final double MOST_OF_A_ROW = 3;
  private static final double RATIO = 1.4;
  private static final double CALM_RATIO = 1.2;
  private static final double DECADES = 6;
  private static final double ODDS = 1.5;

  /** Whether it is firing. */
  public boolean firing;

  /**
   * Takes the newest row.
   *
   * @param memory of the signal, which has taken the row
   * @param oddsRatio odds of negative of late over the usual odds
   * @param supported whether enough people speak
   */
  void judge(SignalState memory, double oddsRatio, boolean supported, long rowStartMillis) {
    double observed = 0;
    double expected = 0;
    for (int row = 0; row < ROWS; row++) {
      if (!memory.rows.history.seen(row)) {
        continue;
      }
      double mu = memory.baseline.expected(rowStartMillis - row * Baseline.ROW_MILLIS);
      observed += Math.min(memory.rows.history.ago(row), MOST_OF_A_ROW * mu + 1);
      expected += mu;
    }
    if (firing) {
      firing = observed >= CALM_RATIO * expected;
    } else {
      firing =
          supported
              && memory.baseline.rows >= WARM_UP_ROWS
              && observed >= RATIO * expected
              && oddsRatio >= ODDS
              && NegativeBinomial.upperTailDecades(
                      observed, Math.max(0.1, expected), memory.baseline.dispersion)
                  >= DECADES;
    }
  }
}
