package io.tocsin.spike;

import io.tocsin.window.WindowSums;

/**
 * One window of one signal held against its baseline.
 *
 * @param window the sums
 * @param observed the signal in the window
 * @param expected what the baseline gives it
 * @param decades rarity
 */
record Judgement(WindowSums window, double observed, double expected, double decades) {
  /** Holds the window that ends now against what the watch's own past gives it. */
  static Judgement of(
      DetectorPolicy policy, WatchState state, Signal signal, long windowMillis, long now) {
    Baseline baseline = state.of(signal).baseline;
    WindowSums window = state.sums.window(windowMillis);
    double observed = signal.in(window);
    double share = (double) windowMillis / policy.rowMillis();
    double expected = baseline.expected(now - 1) * share;
    double decades =
        NegativeBinomial.upperTailDecades(
            observed, Math.max(0.1, doubted(baseline, expected)), baseline.dispersion);
    return new Judgement(window, observed, expected, decades);
  }

  /** The less past, the more is allowed. */
  static double doubted(Baseline baseline, double expected) {
    return expected * (1 + 2 / Math.sqrt(Math.max(1, baseline.rows)));
  }

  long windowMillis() {
    return window.windowMillis();
  }
}
