package io.tocsin.deploy.firehose.traffic;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** How talk rises and falls over the day, in UTC. Over a whole day the mean factor is 1. */
public final class Rhythm {
  /** Day and night alike. */
  public static final Rhythm FLAT = new Rhythm(filled(1));

  /** Quiet nights, a morning and an evening peak: what everybody uses. */
  public static final Rhythm ALL_DAY =
      new Rhythm(
          5, 4, 3, 3, 3, 5, 9, 14, 17, 17, 16, 16, 17, 16, 15, 15, 16, 18, 20, 21, 20, 17, 12, 8);

  /** Office hours: what people settle at a desk. */
  public static final Rhythm OFFICE =
      new Rhythm(
          3, 2, 2, 2, 3, 6, 12, 18, 24, 25, 24, 22, 21, 22, 22, 20, 18, 15, 12, 10, 9, 8, 6, 4);

  /** Evenings: what people do on the sofa. */
  public static final Rhythm EVENING =
      new Rhythm(
          9, 6, 4, 3, 2, 3, 4, 6, 8, 9, 10, 11, 13, 13, 13, 14, 16, 20, 26, 31, 33, 30, 22, 14);

  private static final int HOURS = 24;
  private static final double HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);
  private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

  private final double[] factors;

  /**
   * A rhythm from 24 weights, the first at midnight.
   *
   * @throws IllegalArgumentException if there are not 24, or one is negative, or all are 0
   */
  public Rhythm(double... weights) {
    double sum = Arrays.stream(weights).sum();
    if (weights.length != HOURS || sum <= 0 || Arrays.stream(weights).anyMatch(w -> w < 0)) {
      throw new IllegalArgumentException(
          "not 24 weights from 0 on, one above 0: " + Arrays.toString(weights));
    }
    factors = Arrays.stream(weights).map(weight -> weight * weights.length / sum).toArray();
  }

  /** How many times the daily mean it is at this moment; between full hours along a line. */
  public double factor(long millis) {
    double hours = Math.floorMod(millis, DAY_MILLIS) / HOUR_MILLIS;
    int hour = (int) hours;
    double next = factors[(hour + 1) % HOURS];
    return factors[hour] + (next - factors[hour]) * (hours - hour);
  }

  private static double[] filled(double weight) {
    double[] weights = new double[24];
    Arrays.fill(weights, weight);
    return weights;
  }
}
