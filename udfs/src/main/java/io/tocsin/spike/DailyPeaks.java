package io.tocsin.spike;

import java.util.Arrays;

/**
 * How high the peak of a day usually is, for each of several statistics of one watch, and how rare
 * that makes a value. The greatest values of blocks follow a Gumbel distribution where tails are
 * about exponential (Gumbel 1958, 'Statistics of Extremes'; Coles 2001, chapter 3); one peak a day
 * needs no care for rows that hang together. Its mean and spread are kept with forgetting, and
 * shrunk towards what the peaks of other watches are like, as eight days of past would: so that a
 * young watch is neither deaf nor nervous. Each day of a watch also tells by how much all its peaks
 * lie above or below those of others, its lean, and half of that is believed after four days: what
 * is assumed of watches matters for days and not for weeks.
 *
 * <p>A peak teaches only up to five spreads around the mean, so that a crisis does not become
 * usual. A day without a mention teaches nothing.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class DailyPeaks {
  private static final double PRIOR_DAYS = 8;
  private static final double LEAN_DAYS = 4;
  private static final double PRIOR_SPREAD = 0.4;
  private static final double KEEP_A_DAY = Math.pow(2, -1 / 20.0);
  private static final double MOST_SPREADS = 5;
  private static final double EULER = 0.5772;
  private static final float NONE = Float.NEGATIVE_INFINITY;

  /** Days seen, forgetting. */
  public double days;

  /** By how much the peaks seen lie above those of other watches, over all statistics. */
  public double lean;

  /** Mean of the peaks seen. */
  public float[] means = {};

  /** Mean absolute deviation of the peaks seen, which for Gumbel's is its scale within 2 %. */
  public float[] spreads = {};

  /** Peaks of the day that is on. */
  public float[] today = {};

  /** For Flink. */
  public DailyPeaks() {}

  /** Peaks of this many statistics. */
  public DailyPeaks(int statistics) {
    means = new float[statistics];
    spreads = new float[statistics];
    today = new float[statistics];
    Arrays.fill(today, NONE);
  }

  /**
   * Decades of rarity of a value: 1 where one day in ten peaks as high.
   *
   * @param usual mean of the peaks as other watches have it
   */
  double decades(int statistic, double value, double usual) {
    double spread = spread(statistic);
    double height = (value - mean(statistic, usual)) / spread + EULER;
    double missed = Math.exp(-height);
    return missed < 1e-6 ? height / Math.log(10) : -Math.log10(-Math.expm1(-missed));
  }

  /** Sees a value of the day that is on. */
  void see(int statistic, double value) {
    today[statistic] = (float) Math.max(today[statistic], value);
  }

  /** Learns from the day that is over, if it saw anything. */
  void closeDay(double[] usual) {
    if (today[0] == NONE) {
      return;
    }
    double before = days;
    double leanBefore = lean();
    double leanOfDay = 0;
    days = days * KEEP_A_DAY + 1;
    for (int i = 0; i < today.length; i++) {
      double mean = mean(i, usual[i] + leanBefore, before);
      double most = MOST_SPREADS * spread(i, before);
      double peak = Math.min(mean + most, Math.max(mean - most, today[i]));
      means[i] = (float) (means[i] + (peak - means[i]) / days);
      spreads[i] = (float) (spreads[i] + (Math.abs(peak - mean) - spreads[i]) / days);
      leanOfDay += (peak - usual[i]) / today.length;
      today[i] = NONE;
    }
    lean += (leanOfDay - lean) / days;
  }

  /** As far as it is believed. */
  private double lean() {
    return lean * days / (days + LEAN_DAYS);
  }

  private double mean(int statistic, double usual) {
    return mean(statistic, usual + lean(), days);
  }

  private double mean(int statistic, double usual, double weight) {
    return (weight * means[statistic] + PRIOR_DAYS * usual) / (weight + PRIOR_DAYS);
  }

  private double spread(int statistic) {
    return spread(statistic, days);
  }

  private double spread(int statistic, double weight) {
    return (weight * spreads[statistic] + PRIOR_DAYS * PRIOR_SPREAD) / (weight + PRIOR_DAYS);
  }
}
