package io.tocsin.spike;

import io.tocsin.window.WindowSums;

/**
 * One window of one signal held against its baseline.
 *
 * @param window the sums
 * @param observed the signal in the window
 * @param expected what the baseline and the calendar give it
 * @param mean the mean that rarity is told against: not less than expected, the more the less is
 *     known
 * @param decades rarity
 */
record Judgement(WindowSums window, double observed, double expected, double mean, double decades) {
  /**
   * Holds the window that ends now against what the watch's own past and the calendar give it.
   *
   * @param factor times the usual that the calendar declares, from 1
   */
  static Judgement of(
      DetectorPolicy policy,
      double factor,
      WatchState state,
      Signal signal,
      long windowMillis,
      long now) {
    Baseline baseline = state.of(signal).baseline;
    WindowSums window = state.sums.window(windowMillis);
    double observed = signal.in(window);
    double share = (double) windowMillis / policy.rowMillis();
    double usualVoices = state.volume.baseline.expected(now - 1) * share;
    double usual = baseline.expected(now - 1) * share;
    double allowance = EventAllowance.of(signal, factor, window.voices(), usualVoices);
    if (allowance > 1 && signal == Signal.NEGATIVITY) {
      double ofAVoice = usual / Math.max(0.1, usualVoices);
      allowance = Math.max(1, allowance * state.mood.negativityOfLate(ofAVoice));
    }
    double expected = usual * allowance;
    // In an event it rests on the voices that came, and not on what little is known of the level.
    boolean counted = signal == Signal.NEGATIVITY && allowance > 1;
    double mean = Math.max(0.1, counted ? expected : doubted(baseline, expected));
    double decades = NegativeBinomial.upperTailDecades(observed, mean, baseline.dispersion);
    return new Judgement(window, observed, expected, mean, decades);
  }

  /** The less past, the more is allowed. */
  static double doubted(Baseline baseline, double expected) {
    return expected * (1 + 2 / Math.sqrt(Math.max(1, baseline.rows)));
  }

  long windowMillis() {
    return window.windowMillis();
  }
}
