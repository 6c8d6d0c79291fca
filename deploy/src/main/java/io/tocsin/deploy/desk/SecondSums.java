package io.tocsin.deploy.desk;

import java.util.Arrays;

/**
 * Sums of one brand's mentions a second of event time, in a ring that forgets what is older than
 * {@link #SECONDS}.
 */
final class SecondSums {
  /** How far back the ring reaches. */
  static final int SECONDS = 1024;

  /**
   * What happened in a span of event time.
   *
   * @param mentions all of them
   * @param scored those that a model could score
   * @param balance positive less negative
   */
  record Sum(double mentions, double scored, double balance) {}

  private final long[] second = new long[SECONDS];
  private final double[] mentions = new double[SECONDS];
  private final double[] scored = new double[SECONDS];
  private final double[] balance = new double[SECONDS];

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
      balance[slot] = 0;
    }
    mentions[slot] += amount;
    switch (sentiment) {
      case "positive" -> add(slot, amount, amount);
      case "negative" -> add(slot, amount, -amount);
      case "neutral" -> add(slot, amount, 0);
      default -> {} // unscored
    }
  }

  private void add(int slot, double scoredAmount, double balanceAmount) {
    scored[slot] += scoredAmount;
    balance[slot] += balanceAmount;
  }

  /** The sum of the seconds after {@code from} up to and with {@code to}. */
  Sum between(long from, long to) {
    double allMentions = 0;
    double allScored = 0;
    double allBalance = 0;
    for (long at = Math.max(from, to - SECONDS) + 1; at <= to; at++) {
      int slot = (int) Math.floorMod(at, (long) SECONDS);
      if (second[slot] == at) {
        allMentions += mentions[slot];
        allScored += scored[slot];
        allBalance += balance[slot];
      }
    }
    return new Sum(allMentions, allScored, allBalance);
  }
}
