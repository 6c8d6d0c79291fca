package io.tocsin.spike;

import java.util.Arrays;

/**
 * What a row of one watch and signal usually holds: a level times a profile over the hours of the
 * day, and how much burstier than Poisson it is. A row teaches it only up to {@code mu + 4 sqrt(phi
 * mu) + 1}, so that a crisis does not become usual.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class Baseline {
  private static final long DAY_ROWS = 288;
  private static final double LEVEL_GAIN = gain(8 * DAY_ROWS);
  private static final double PROFILE_GAIN = gain(4 * DAY_ROWS / 24.0);
  private static final double DISPERSION_GAIN = gain(DAY_ROWS);
  private static final double HIGHEST_DISPERSION = 50;

  /** Rows that have taught it. */
  public long rows;

  /** Mean of a row over the whole day. */
  public double level;

  /** Factor of each hour of the day (UTC), about 1. */
  public double[] profile = ones();

  /** Variance over mean, from 1. */
  public double dispersion = 1.5;

  /** Expected sum of the row at this time. */
  public double expected(long rowStartMillis) {
    return level * profile[hour(rowStartMillis)];
  }

  /** Learns from a row that is over. */
  public void learn(double value, long rowStartMillis) {
    double mu = expected(rowStartMillis);
    double clipped = rows == 0 ? value : Math.min(value, mu + 4 * Math.sqrt(dispersion * mu) + 1);
    rows++;
    int hour = hour(rowStartMillis);
    if (mu > 0) {
      double surprise = (clipped - mu) * (clipped - mu) / mu;
      dispersion += warm(DISPERSION_GAIN) * (surprise - dispersion);
      dispersion = Math.min(HIGHEST_DISPERSION, Math.max(1, dispersion));
    }
    double factor = profile[hour];
    level += warm(LEVEL_GAIN) * (clipped / Math.max(0.1, factor) - level);
    if (level > 0 && rows > DAY_ROWS) {
      profile[hour] += PROFILE_GAIN * (Math.min(5, clipped / level) - factor);
      normaliseProfile();
    }
  }

  /** While there is little past, every row counts the same. */
  private double warm(double gain) {
    return Math.max(gain, 1.0 / (double) Math.min(rows, DAY_ROWS));
  }

  private void normaliseProfile() {
    double mean = Arrays.stream(profile).average().orElse(1);
    for (int i = 0; i < profile.length; i++) {
      profile[i] = Math.max(0.05, profile[i] / mean);
    }
    level *= mean;
  }

  private static int hour(long millis) {
    return (int) Math.floorMod(Math.floorDiv(millis, 3_600_000L), 24L);
  }

  private static double gain(double halfLifeRows) {
    return 1 - Math.pow(2, -1 / halfLifeRows);
  }

  private static double[] ones() {
    double[] ones = new double[24];
    Arrays.fill(ones, 1);
    return ones;
  }
}
