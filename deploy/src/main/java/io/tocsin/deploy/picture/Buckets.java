package io.tocsin.deploy.picture;

import io.tocsin.spike.BaselineRow;
import java.util.List;

/**
 * Rows summed into steps wide enough to be seen. Spreads are added as those of independent rows
 * are.
 */
final class Buckets {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final int MOST = 1_000;
  private static final List<Long> STEPS =
      List.of(
          5 * MINUTE,
          15 * MINUTE,
          30 * MINUTE,
          HOUR,
          2 * HOUR,
          6 * HOUR,
          12 * HOUR,
          DAY,
          2 * DAY,
          7 * DAY);

  private final long startMillis;
  private final long stepMillis;
  private final double[] voices;
  private final double[] usualVoices;
  private final double[] voicesVariance;
  private final double[] negativity;
  private final double[] usualNegativity;
  private final double[] negativityVariance;

  private Buckets(TimeRange range) {
    stepMillis = stepFor(range.millis());
    startMillis = Math.floorDiv(range.fromMillis(), stepMillis) * stepMillis;
    int count = (int) Math.max(1, (range.untilMillis() - startMillis - 1) / stepMillis + 1);
    voices = new double[count];
    usualVoices = new double[count];
    voicesVariance = new double[count];
    negativity = new double[count];
    usualNegativity = new double[count];
    negativityVariance = new double[count];
  }

  /** Sums the rows, or the parts of them, that lie in the range. */
  static Buckets of(List<BaselineRow> rows, TimeRange range) {
    Buckets buckets = new Buckets(range);
    rows.forEach(buckets::add);
    return buckets;
  }

  private static long stepFor(long rangeMillis) {
    return STEPS.stream()
        .filter(step -> rangeMillis / step <= MOST)
        .findFirst()
        .orElse(STEPS.get(STEPS.size() - 1));
  }

  private void add(BaselineRow row) {
    long from = row.from().toEpochMilli();
    long until = row.until().toEpochMilli();
    long end = startMillis + count() * stepMillis;
    for (long at = Math.max(from, startMillis); at < Math.min(until, end); ) {
      int bucket = (int) ((at - startMillis) / stepMillis);
      long next = Math.min(until, startMillis + (bucket + 1) * stepMillis);
      add(bucket, row, (double) (next - at) / (until - from));
      at = next;
    }
  }

  private void add(int bucket, BaselineRow row, double share) {
    voices[bucket] += share * row.voices();
    usualVoices[bucket] += share * row.usualVoices();
    voicesVariance[bucket] += share * row.voicesSpread() * row.voicesSpread();
    negativity[bucket] += share * row.negativity();
    usualNegativity[bucket] += share * row.usualNegativity();
    negativityVariance[bucket] += share * row.negativitySpread() * row.negativitySpread();
  }

  int count() {
    return voices.length;
  }

  /** Middle of the bucket, epoch milliseconds. */
  long middleMillis(int bucket) {
    return startMillis + bucket * stepMillis + stepMillis / 2;
  }

  BandedSeries voices() {
    return new BandedSeries(voices, usualVoices, voicesVariance);
  }

  BandedSeries negativity() {
    return new BandedSeries(negativity, usualNegativity, negativityVariance);
  }

  /** The step in words: {@code 15 min}, {@code 6 h}, {@code a day}. */
  String step() {
    if (stepMillis % DAY == 0) {
      return stepMillis == DAY ? "a day" : stepMillis / DAY + " days";
    }
    return stepMillis % HOUR == 0
        ? (stepMillis == HOUR ? "an hour" : stepMillis / HOUR + " h")
        : stepMillis / MINUTE + " min";
  }

  /**
   * A sum a bucket, and what was usual.
   *
   * @param observed sums
   * @param usual what the baseline gave
   * @param variance of the usual
   */
  record BandedSeries(double[] observed, double[] usual, double[] variance) {
    private static final double DEVIATIONS = 2;

    double low(int bucket) {
      return Math.max(0, usual[bucket] - DEVIATIONS * Math.sqrt(variance[bucket]));
    }

    double high(int bucket) {
      return usual[bucket] + DEVIATIONS * Math.sqrt(variance[bucket]);
    }
  }
}
