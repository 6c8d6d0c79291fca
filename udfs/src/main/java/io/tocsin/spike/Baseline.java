package io.tocsin.spike;

/**
 * What a row of one watch and signal usually holds: a level times the profile of the week, and how
 * much burstier than Poisson it is. A row teaches it only up to {@code mu + 4 sqrt(phi mu) + 1}, so
 * that a crisis does not become usual.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class Baseline {
  /** Length of a row: what is written for one length does not hold for another. */
  public static final long ROW_MILLIS = 300_000;

  /** Rows of a day. */
  static final int DAY_ROWS = 288;

  private static final double LEVEL_GAIN = gain(2 * DAY_ROWS);
  private static final double HOUR_GAIN = gain(4 * DAY_ROWS / 24.0);
  private static final double DAY_GAIN = gain(21 * DAY_ROWS / 7.0);
  private static final double DISPERSION_GAIN = gain(DAY_ROWS);
  private static final double HIGHEST_DISPERSION = 50;
  private static final double MOST_SURPRISE = 16;

  /** In the first hour the level is found; how bursty rows are can only be told from a level. */
  private static final int FIRST_ROWS = 12;

  /** Rows that have taught it. */
  public long rows;

  /** Mean of a row over the whole week. */
  public double level;

  /** The week's ups and downs. */
  public WeekProfile profile = new WeekProfile();

  /** Variance over mean, from 1. */
  public double dispersion = 1.5;

  /** Expected sum of the row at this time. */
  public double expected(long rowStartMillis) {
    return level * profile.factor(rowStartMillis);
  }

  /** Learns from a row that is over. */
  public void learn(double value, long rowStartMillis) {
    double mu = expected(rowStartMillis);
    boolean young = rows < FIRST_ROWS;
    double clipped = young ? value : Math.min(value, mu + 4 * Math.sqrt(dispersion * mu) + 1);
    rows++;
    if (mu > 0 && !young) {
      // An empty row is no burst, however full rows usually are.
      double surprise = value == 0 ? Math.min(1, mu) : (clipped - mu) * (clipped - mu) / mu;
      surprise = Math.min(surprise, MOST_SURPRISE * dispersion);
      dispersion += warm(DISPERSION_GAIN) * (surprise - dispersion);
      dispersion = Math.min(HIGHEST_DISPERSION, Math.max(1, dispersion));
    }
    double factor = profile.factor(rowStartMillis);
    level += warm(LEVEL_GAIN) * (clipped / Math.max(0.1, factor) - level);
    if (level > 0 && rows > DAY_ROWS) {
      level *= profile.learn(clipped / level, 1 / level, rowStartMillis, hourGain(), DAY_GAIN);
    }
  }

  /**
   * Learns from empty rows in a row at once, as {@link #learn} would from each: what sleeps is
   * brought up to date without a step for every row.
   *
   * @param count how many, not negative
   * @param rowStartMillis start of the first
   */
  public void learnEmpty(long count, long rowStartMillis) {
    if (rows == 0 || count == 0) {
      return;
    }
    double calm = Math.min(1, expected(rowStartMillis));
    dispersion = Math.max(1, calm + (dispersion - calm) * kept(DISPERSION_GAIN, count));
    level *= kept(LEVEL_GAIN, count);
    long first = Math.max(0, Math.min(count, DAY_ROWS - rows));
    rows += count;
    if (level > 0 && count > first) {
      long start = rowStartMillis + first * ROW_MILLIS;
      level *= profile.learnEmpty(start, count - first, ROW_MILLIS, hourGain(), DAY_GAIN);
    }
  }

  /** In the first days every row of an hour counts the same. */
  private double hourGain() {
    return Math.max(HOUR_GAIN, 24.0 / rows);
  }

  /** While there is little past, every row counts the same. */
  private double warm(double gain) {
    return Math.max(gain, 1.0 / rows);
  }

  /** What is left of a mean after this many rows of nothing, with {@link #warm} gains. */
  private double kept(double gain, long count) {
    long young = Math.max(0, Math.min(count, (long) (1 / gain) - rows));
    return (double) rows / (rows + young) * Math.pow(1 - gain, count - young);
  }

  private static double gain(double halfLifeRows) {
    return 1 - Math.pow(2, -1 / halfLifeRows);
  }
}
