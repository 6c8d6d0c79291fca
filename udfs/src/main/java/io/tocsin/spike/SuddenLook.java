package io.tocsin.spike;

import org.jspecify.annotations.Nullable;

/**
 * The look at every slide, over windows from a minute up: how rare a window is under a negative
 * binomial with the baseline's mean and dispersion, and among the peaks of the watch's own days. It
 * fires when enough of the last slides are over the level, so that an outage is seen within half a
 * minute, and ends when enough in a row are calm.
 */
final class SuddenLook {
  /** A long window is not hot by what the shortest one has forgotten. */
  private static final double PRESENT_DECADES = 1;

  private final DetectorPolicy policy;
  private final Support support;

  SuddenLook(DetectorPolicy policy, Support support) {
    this.policy = policy;
    this.support = support;
  }

  /**
   * Judges the newest slide of a signal.
   *
   * @param factor times the usual that the calendar declares, from 1
   * @param now its end
   */
  void judge(WatchState state, double factor, Signal signal, long now) {
    SignalState memory = state.of(signal);
    Judgement hottest = hottest(state, factor, signal, now);
    memory.hotSlides = memory.hotSlides << 1 | (hottest != null ? 1 : 0);
    int recent = memory.hotSlides & ((1 << policy.lookbackSlides()) - 1);
    if (memory.suddenWindowMillis == 0) {
      if (hottest != null && Integer.bitCount(recent) >= policy.firingSlides()) {
        memory.suddenWindowMillis = hottest.windowMillis();
        memory.calmSlides = 0;
      }
      return;
    }
    Judgement judged = Judgement.of(policy, factor, state, signal, memory.suddenWindowMillis, now);
    memory.calmSlides = judged.decades() < policy.calmDecades() ? memory.calmSlides + 1 : 0;
    if (memory.calmSlides >= policy.calmSlides()) {
      memory.suddenWindowMillis = 0;
    }
  }

  private @Nullable Judgement hottest(WatchState state, double factor, Signal signal, long now) {
    if (state.of(signal).baseline.rows < policy.suddenWarmUpRows()
        || policy.windowsMillis().isEmpty()
        || Judgement.of(policy, factor, state, signal, policy.windowsMillis().get(0), now).decades()
            < PRESENT_DECADES) {
      return null;
    }
    Judgement hottest = null;
    for (long windowMillis : policy.windowsMillis()) {
      Judgement judged = Judgement.of(policy, factor, state, signal, windowMillis, now);
      if (isSudden(state, factor, signal, judged)
          && (hottest == null || judged.decades() > hottest.decades())) {
        hottest = judged;
      }
    }
    return hottest;
  }

  /** While an event is on, a crisis shows as a worse mood, however many came for the event. */
  private boolean isSudden(WatchState state, double factor, Signal signal, Judgement judged) {
    return judged.decades() >= policy.suddenDecades()
        && support.of(state, factor, signal, judged.window())
        && ((factor > 1 && signal == Signal.NEGATIVITY) || isBurst(state, signal, judged));
  }

  private boolean isBurst(WatchState state, Signal signal, Judgement judged) {
    return judged.observed() >= policy.suddenRatio() * judged.expected()
        && state.of(signal).rows.burstDecades(judged.observed(), judged.expected())
            >= policy.suddenOwnDecades();
  }
}
