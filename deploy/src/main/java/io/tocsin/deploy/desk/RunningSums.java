package io.tocsin.deploy.desk;

/**
 * Sums of one brand's mentions from a second on, second by second, so that the sum of any span is a
 * difference of two.
 */
final class RunningSums {
  private final long from;
  private final double[] mentions;
  private final double[] scored;
  private final double[] positive;
  private final double[] negative;
  private int filled;

  /**
   * Nothing yet.
   *
   * @param from the first second, epoch
   * @param to the last
   */
  RunningSums(long from, long to) {
    int size = Math.toIntExact(to - from + 2);
    this.from = from;
    mentions = new double[size];
    scored = new double[size];
    positive = new double[size];
    negative = new double[size];
  }

  /** Takes what came in the next second. */
  void next(double all, double couldBeScored, double friendly, double hostile) {
    mentions[filled + 1] = mentions[filled] + all;
    scored[filled + 1] = scored[filled] + couldBeScored;
    positive[filled + 1] = positive[filled] + friendly;
    negative[filled + 1] = negative[filled] + hostile;
    filled++;
  }

  /** Mentions of the seconds after {@code after} up to and with {@code to}. */
  double mentions(long after, long to) {
    return between(mentions, after, to);
  }

  /** Negative ones of them. */
  double negative(long after, long to) {
    return between(negative, after, to);
  }

  /** (positive - negative) / scored of them, from -1 to 1; NaN where nothing was scored. */
  double netSentiment(long after, long to) {
    double balance = between(positive, after, to) - between(negative, after, to);
    return balance / between(scored, after, to);
  }

  private double between(double[] sums, long after, long to) {
    return sums[index(to)] - sums[index(after)];
  }

  /** How many seconds are summed up to and with this one. */
  private int index(long second) {
    return (int) Math.max(0, Math.min(filled, second - from + 1));
  }
}
