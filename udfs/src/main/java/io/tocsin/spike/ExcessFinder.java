package io.tocsin.spike;

import java.util.ArrayList;
import java.util.List;

/** Names every window of a signal that is over, by the looks that are firing. */
final class ExcessFinder {
  private static final double RATIO_WORTH_TELLING = 1.5;

  private final DetectorPolicy policy;
  private final double factor;
  private final WatchState state;
  private final Signal signal;
  private final SignalState memory;
  private final long now;
  private final List<Excess> found = new ArrayList<>();

  private ExcessFinder(
      DetectorPolicy policy, double factor, WatchState state, Signal signal, long now) {
    this.policy = policy;
    this.factor = factor;
    this.state = state;
    this.signal = signal;
    this.memory = state.of(signal);
    this.now = now;
  }

  /**
   * The windows, shortest first within a look.
   *
   * @param factor times the usual that the calendar declares, from 1
   */
  static List<Excess> of(
      DetectorPolicy policy, double factor, WatchState state, Signal signal, long now) {
    ExcessFinder finder = new ExcessFinder(policy, factor, state, signal, now);
    finder.sudden();
    finder.calibrated();
    finder.slowBurn();
    return List.copyOf(finder.found);
  }

  private void sudden() {
    if (memory.suddenWindowMillis == 0) {
      return;
    }
    for (long windowMillis : policy.windowsMillis()) {
      Judgement judged = Judgement.of(policy, factor, state, signal, windowMillis, now);
      boolean over =
          judged.decades() >= policy.suddenDecades()
              && judged.observed() >= policy.suddenRatio() * judged.expected();
      if (over || windowMillis == memory.suddenWindowMillis) {
        add(Look.SUDDEN, windowMillis, judged.observed(), judged.expected(), judged.decades());
      }
    }
  }

  private void calibrated() {
    if (!memory.rowAlarm.firing) {
      return;
    }
    for (int rows : RowScore.SCALES) {
      double observed = memory.rows.history.sum(rows);
      double expected = expected(rows);
      if (observed >= RATIO_WORTH_TELLING * expected) {
        add(Look.CALIBRATED, rows * policy.rowMillis(), observed, expected, memory.rowAlarm.score);
      }
    }
  }

  private void slowBurn() {
    if (!memory.slowBurn.firing) {
      return;
    }
    double observed = memory.rows.history.sum(SlowBurn.ROWS);
    double expected = expected(SlowBurn.ROWS);
    double decades =
        NegativeBinomial.upperTailDecades(
            observed, Math.max(0.1, expected), memory.baseline.dispersion);
    add(Look.SLOW_BURN, SlowBurn.ROWS * policy.rowMillis(), observed, expected, decades);
  }

  private double expected(int rows) {
    long lastRowStart = Math.floorDiv(now, policy.rowMillis()) * policy.rowMillis();
    double expected = 0;
    for (int row = 1; row <= Math.min(rows, memory.rows.history.known()); row++) {
      expected += memory.baseline.expected(lastRowStart - row * policy.rowMillis());
    }
    return expected;
  }

  private void add(Look look, long windowMillis, double observed, double expected, double score) {
    found.add(new Excess(look, windowMillis, observed, expected, score));
  }
}
