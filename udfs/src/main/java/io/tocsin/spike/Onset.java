package io.tocsin.spike;

/**
 * When a spike began: the beginning that makes what followed most likely, as a Poisson count that
 * jumped from its expectation to whatever it was on average since (the likelihood ratio of
 * Kulldorff's scan statistic, 1997, over windows that end now). It looks at slides where they are
 * still known and at rows up to six hours back, and no further than where the likelihood has fallen
 * so low that two bursts would be taken for one.
 */
final class Onset {
  /** A fall of the log-likelihood over which no spike reaches back. */
  private static final double DEEPEST_FALL = 5;

  private final DetectorPolicy policy;
  private final WatchState state;
  private final Signal signal;
  private final SignalState memory;
  private final long now;

  /** Times the usual that the calendar explains now; from rows that are over it is taken off. */
  private final double allowance;

  private long best;
  private double highest;

  private Onset(
      DetectorPolicy policy, WatchState state, Signal signal, Judgement judged, long now) {
    this.policy = policy;
    this.state = state;
    this.signal = signal;
    this.memory = state.of(signal);
    this.now = now;
    double usual = memory.baseline.expected(now - 1) * judged.windowMillis() / policy.rowMillis();
    this.allowance = usual > 0 ? judged.expected() / usual : 1;
    this.best = now - policy.slideMillis();
  }

  /**
   * The estimate for the spike that is on now, epoch milliseconds.
   *
   * @param judged its newest window
   */
  static long of(
      DetectorPolicy policy, WatchState state, Signal signal, Judgement judged, long now) {
    Onset onset = new Onset(policy, state, signal, judged, now);
    onset.overSlides();
    onset.overRows();
    return onset.best;
  }

  private void overSlides() {
    double observed = 0;
    double expected = 0;
    for (long start = now - policy.slideMillis();
        start >= earliest(state.sums.oldestMillis());
        start -= policy.slideMillis()) {
      observed += signal.at(state.sums, start);
      expected += expected(start, policy.slideMillis());
      if (isTooFar(start, observed, expected)) {
        return;
      }
    }
  }

  private void overRows() {
    long rowEnd = Math.floorDiv(now, policy.rowMillis()) * policy.rowMillis();
    double observed = signal.in(state.sums.between(rowEnd, now));
    double expected = expected(rowEnd, now - rowEnd);
    long start = rowEnd - policy.rowMillis();
    for (int row = 0; row < memory.rows.history.known() && start >= earliest(0); row++) {
      observed += memory.rows.history.ago(row);
      expected += memory.baseline.expected(start);
      if (isTooFar(start, observed, expected)) {
        return;
      }
      start -= policy.rowMillis();
    }
  }

  private double expected(long start, long millis) {
    return allowance * memory.baseline.expected(start) * millis / policy.rowMillis();
  }

  /** The spike before this one is over and done. */
  private long earliest(long known) {
    return Math.max(known, memory.endedMillis);
  }

  private boolean isTooFar(long start, double observed, double expected) {
    double likelihood = Excess.logLikelihoodRatio(observed, expected) / memory.baseline.dispersion;
    if (likelihood > highest) {
      highest = likelihood;
      best = start;
    }
    return likelihood < highest - DEEPEST_FALL;
  }
}
