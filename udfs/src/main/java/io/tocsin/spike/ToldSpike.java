package io.tocsin.spike;

/**
 * What was told of the spike that is on, so that it is told anew only when that matters to a
 * person: it has grown to twice the most that was told, it passed a mark of the plan, or a while
 * has gone by. The while is a quarter of an hour at first and grows with the spike's age.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class ToldSpike {
  private static final double GROWTH = 2;
  private static final long LEAST_APART_MILLIS = 60_000;
  private static final double SHARE_OF_AGE = 0.5;

  /** When it was raised, epoch milliseconds. */
  public long raisedMillis;

  /** When it was told last, epoch milliseconds. */
  public long lastMillis;

  /** The highest score that was told, decades. */
  public double score;

  /** The highest observed rate that was told, a minute. */
  public double perMinute;

  /** The greatest reach of a window that was told, people. */
  public long reach;

  /** Forgets the spike before: one is told for the first time. */
  void begin(long now, double spikeScore, Judgement judged) {
    raisedMillis = now;
    score = 0;
    perMinute = 0;
    reach = 0;
    tell(now, spikeScore, judged);
  }

  /** Remembers what is told now. */
  void tell(long now, double spikeScore, Judgement judged) {
    lastMillis = now;
    score = Math.max(score, spikeScore);
    perMinute = Math.max(perMinute, perMinute(judged));
    reach = Math.max(reach, judged.window().reach());
  }

  /**
   * Whether the spike, as it stands now, is to be told anew.
   *
   * @param quietMillis how long a young spike that does not grow is not told again
   */
  boolean isNews(
      long now, double spikeScore, Judgement judged, BrandRules rules, long quietMillis) {
    long quiet = now - lastMillis;
    return rules.passesMark(score, spikeScore, reach, judged.window().reach())
        || quiet >= Math.max(quietMillis, SHARE_OF_AGE * (now - raisedMillis))
        || (quiet >= LEAST_APART_MILLIS && hasGrown(spikeScore, judged));
  }

  private boolean hasGrown(double spikeScore, Judgement judged) {
    return spikeScore >= GROWTH * score
        || perMinute(judged) >= GROWTH * perMinute
        || judged.window().reach() >= GROWTH * Math.max(1, reach);
  }

  private static double perMinute(Judgement judged) {
    return judged.observed() * 60_000 / judged.windowMillis();
  }
}
