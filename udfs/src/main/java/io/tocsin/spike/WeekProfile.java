package io.tocsin.spike;

import java.util.Arrays;

/**
 * How the hours of a working day, the hours of a weekend day and the days of the week (all UTC)
 * differ from the mean, as factors about 1. Between the middles of two hours the factor runs
 * straight, so that no row jumps when the hour turns.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class WeekProfile {
  private static final int HOURS = 24;
  private static final int DAYS = 7;
  private static final long HOUR_MILLIS = 3_600_000;
  private static final long WEEK_HOURS = 168;
  private static final double LEAST_HOUR = 0.05;
  private static final double LEAST_DAY = 0.1;
  private static final double MOST_HOUR = 5;
  private static final double MOST_DAY = 3;

  /** Factors of the 24 hours of a working day, then those of a weekend day. */
  public float[] hours = ones(2 * HOURS);

  /** Factors of the days, Monday first. */
  public float[] days = ones(DAYS);

  /** The factor at this time. */
  public double factor(long millis) {
    return hourFactor(millis) * days[day(millis)];
  }

  private double hourFactor(long millis) {
    int first = day(millis) < 5 ? 0 : HOURS;
    int hour = hour(millis);
    double past = (double) Math.floorMod(millis, HOUR_MILLIS) / HOUR_MILLIS - 0.5;
    int other = Math.floorMod(past < 0 ? hour - 1 : hour + 1, HOURS);
    double share = Math.abs(past);
    return (1 - share) * hours[first + hour] + share * hours[first + other];
  }

  /**
   * Learns from a row at this time. How much a row may teach is held, but a single post is never
   * too much: where most rows are empty, one that is not lies far above its mean, and held there it
   * would lower whatever is learnt of the days on which something is said.
   *
   * @param relative the row over the mean row
   * @param onePost one post over the mean row
   * @param hourGain share of the way that the hour's factor goes
   * @param dayGain share of the way that the day's factor goes
   * @return what the mean row is to be multiplied with: the factors keep their mean at 1
   */
  double learn(double relative, double onePost, long millis, double hourGain, double dayGain) {
    int day = day(millis);
    int bin = bin(day, hour(millis));
    double ofHour = held(MOST_HOUR, relative, onePost, days[day]);
    double ofDay = held(MOST_DAY, relative, onePost, Math.max(0.1, hours[bin]));
    hours[bin] = (float) (hours[bin] + hourGain * (ofHour - hours[bin]));
    days[day] = (float) (days[day] + dayGain * (ofDay - days[day]));
    return normalise();
  }

  private static double held(double most, double relative, double onePost, double factor) {
    return Math.min(Math.max(most, onePost / factor), relative / factor);
  }

  /**
   * Learns from empty rows in a row, as {@link #learn} would from each.
   *
   * @param millis start of the first
   * @param rows how many
   * @param rowMillis length of a row, a whole part of an hour
   * @return as {@link #learn}
   */
  double learnEmpty(long millis, long rows, long rowMillis, double hourGain, double dayGain) {
    long rowsInHour = HOUR_MILLIS / rowMillis;
    long weeks = rows / (WEEK_HOURS * rowsInHour);
    for (long hour = 0; weeks > 0 && hour < WEEK_HOURS; hour++) {
      fade(millis + hour * HOUR_MILLIS, weeks * rowsInHour, hourGain, dayGain);
    }
    long start = millis;
    long end = millis + rows % (WEEK_HOURS * rowsInHour) * rowMillis;
    while (start < end) {
      long turn = Math.min(end, Math.floorDiv(start, HOUR_MILLIS) * HOUR_MILLIS + HOUR_MILLIS);
      fade(start, (turn - start) / rowMillis, hourGain, dayGain);
      start = turn;
    }
    return normalise();
  }

  private void fade(long millis, long rows, double hourGain, double dayGain) {
    int day = day(millis);
    int bin = bin(day, hour(millis));
    hours[bin] = (float) (hours[bin] * Math.pow(1 - hourGain, rows));
    days[day] = (float) (days[day] * Math.pow(1 - dayGain, rows));
  }

  /** The product of hour, day and mean stays as it was. */
  private double normalise() {
    double working = meanToOne(hours, 0, HOURS, LEAST_HOUR);
    double weekend = meanToOne(hours, HOURS, 2 * HOURS, LEAST_HOUR);
    for (int day = 0; day < DAYS; day++) {
      days[day] = (float) (days[day] * (day < 5 ? working : weekend));
    }
    return meanToOne(days, 0, DAYS, LEAST_DAY);
  }

  private static double meanToOne(float[] factors, int from, int to, double least) {
    double mean = 0;
    for (int i = from; i < to; i++) {
      mean += (double) factors[i] / (to - from);
    }
    for (int i = from; i < to; i++) {
      factors[i] = (float) Math.max(least, factors[i] / mean);
    }
    return mean;
  }

  private static int bin(int day, int hour) {
    return day < 5 ? hour : HOURS + hour;
  }

  private static int hour(long millis) {
    return (int) Math.floorMod(Math.floorDiv(millis, HOUR_MILLIS), (long) HOURS);
  }

  /** Monday is 0; the epoch began on a Thursday. */
  private static int day(long millis) {
    return (int) Math.floorMod(Math.floorDiv(millis, HOURS * HOUR_MILLIS) + 3, (long) DAYS);
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
