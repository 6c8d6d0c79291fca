package io.tocsin.spike;

/**
 * The calibrated look at one signal: how unusual the rows up to now are, on five scales from five
 * minutes to six hours. On each scale the sum is seen in two frames: against what is usual at this
 * hour, and as it is. Each of the ten statistics is turned into decades of rarity among the watch's
 * own days ({@link DailyPeaks}), held at 1.5, and the score is their power mean with exponent one
 * half, which is near the mean where they agree and far below it where they do not. So one
 * statistic alone never alarms, several that agree do, and one threshold serves a corner shop and a
 * telecom.
 *
 * <p>The shorter the scale, the more the hour's frame counts: a burst at night is news, a strong
 * afternoon that lasts for hours is measured by afternoons.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class RowScore {
  /** Rows of each scale. */
  static final int[] SCALES = {1, 3, 12, 36, 72};

  private static final double MOST_DECADES = 1.5;
  private static final double SHORTEST_HOUR_WEIGHT = 0.6;
  private static final double LONGEST_HOUR_WEIGHT = 0.4;

  /** Added to sums before logarithms, so that a few posts more or less than none mean little. */
  private static final double OFFSET = 0.5;

  /** Mean log-ratio of a day's highest row to its mean, and how it falls with the scale. */
  private static final double USUAL_PEAK = 1.65;

  private static final double USUAL_FALL = 0.25;

  /** The rows of the last six hours. */
  public RowHistory history = new RowHistory();

  /** For each scale, the peaks against the hour and the peaks as they are. */
  public DailyPeaks peaks = new DailyPeaks(2 * SCALES.length);

  /**
   * Takes the next row and returns its score in decades.
   *
   * @param value NaN where the feed hid the row
   * @param baseline before it learns from this row
   */
  public double next(double value, long rowStartMillis, Baseline baseline) {
    history.add(value);
    double[] statistics = statistics(rowStartMillis, baseline);
    double[] usual = usual(baseline);
    double roots = 0;
    for (int i = 0; i < statistics.length; i++) {
      double decades = Math.min(MOST_DECADES, peaks.decades(i, statistics[i], usual[i]));
      roots += weight(i) * Math.sqrt(decades) / SCALES.length;
      if (value > 0) {
        peaks.see(i, statistics[i]);
      }
    }
    if (history.rows % Baseline.DAY_ROWS == 0) {
      peaks.closeDay(usual);
    }
    return roots * roots;
  }

  /**
   * Takes this many rows of nothing.
   *
   * @param seen whether the feed ran, so that they were empty
   * @param baseline before it learns from them
   */
  public void skip(long rows, boolean seen, Baseline baseline) {
    long day = history.rows / Baseline.DAY_ROWS;
    history.addSame(seen ? 0 : RowHistory.UNSEEN, rows);
    if (history.rows / Baseline.DAY_ROWS > day) {
      peaks.closeDay(usual(baseline));
    }
  }

  /**
   * How rare it is, in decades of days, that a single row exceeds its expectation by so much.
   *
   * @param observed of any window up to a row
   * @param expected of the same window
   */
  public double burstDecades(double observed, double expected) {
    return peaks.decades(0, Math.log((observed + OFFSET) / (expected + OFFSET)), USUAL_PEAK);
  }

  private double[] statistics(long rowStartMillis, Baseline baseline) {
    double[] statistics = new double[2 * SCALES.length];
    double observed = 0;
    double expected = 0;
    int row = 0;
    for (int scale = 0; scale < SCALES.length; scale++) {
      for (; row < Math.min(SCALES[scale], history.known()); row++) {
        observed += history.ago(row);
        expected +=
            history.seen(row) ? baseline.expected(rowStartMillis - row * Baseline.ROW_MILLIS) : 0;
      }
      double logSum = Math.log(observed + OFFSET);
      statistics[2 * scale] = logSum - Math.log(expected + OFFSET);
      statistics[2 * scale + 1] = logSum;
    }
    return statistics;
  }

  private static double[] usual(Baseline baseline) {
    double[] usual = new double[2 * SCALES.length];
    for (int scale = 0; scale < SCALES.length; scale++) {
      double peak = USUAL_PEAK - USUAL_FALL * Math.log(SCALES[scale]);
      usual[2 * scale] = peak;
      usual[2 * scale + 1] = peak + Math.log(SCALES[scale] * baseline.level + OFFSET);
    }
    return usual;
  }

  private static double weight(int statistic) {
    int scale = statistic / 2;
    double along = 1.0 * scale / (SCALES.length - 1);
    double ofHour = SHORTEST_HOUR_WEIGHT + along * (LONGEST_HOUR_WEIGHT - SHORTEST_HOUR_WEIGHT);
    return statistic % 2 == 0 ? ofHour : 1 - ofHour;
  }
}
