package io.tocsin.deploy.desk;

import java.util.Arrays;

/**
 * Sums of one brand's mentions a second of event time, in a ring that forgets what is older than
 * {@link #SECONDS}. There is one a brand, so that it is kept small: 17 kB. Counts of a second are
 * exact up to 16 million.
 */
final class SecondSums {
  /** How far back the ring reaches: the charts, the longest average, and what comes late. */
  static final int SECONDS = 704;

  private final long[] second = new long[SECONDS];
  private final float[] mentions = new float[SECONDS];
  private final float[] scored = new float[SECONDS];
  private final float[] positive = new float[SECONDS];
  private final float[] negative = new float[SECONDS];

  SecondSums() {
    Arrays.fill(second, Long.MIN_VALUE);
  }

  /** Adds mentions of one sentiment that came by this second; what the ring forgot is left out. */
  void add(long epochSecond, double amount, String sentiment) {
    int slot = (int) Math.floorMod(epochSecond, (long) SECONDS);
    if (second[slot] > epochSecond) {
      return;
    }
    if (second[slot] < epochSecond) {
      second[slot] = epochSecond;
      mentions[slot] = 0;
      scored[slot] = 0;
      positive[slot] = 0;
      negative[slot] = 0;
    }
    mentions[slot] += (float) amount;
    if (!sentiment.equals("unscored")) {
      scored[slot] += (float) amount;
    }
    switch (sentiment) {
      case "positive" -> positive[slot] += (float) amount;
      case "negative" -> negative[slot] += (float) amount;
      default -> {}
    }
  }

  /** The sums from this second on, up to and with {@code to}. */
  RunningSums since(long from, long to) {
    RunningSums sums = new RunningSums(from, to);
    for (long at = from; at <= to; at++) {
      int slot = (int) Math.floorMod(at, (long) SECONDS);
      boolean held = second[slot] == at;
      sums.next(
          held ? mentions[slot] : 0,
          held ? scored[slot] : 0,
          held ? positive[slot] : 0,
          held ? negative[slot] : 0);
    }
    return sums;
  }
}
