package io.tocsin.spike;

import io.tocsin.window.WindowSums;

/**
 * Whether enough people speak, and of the right kind, that a window that is rare may be a spike:
 * enough distinct voices, from enough sources; as negativity only where the mood is worse than
 * usual; as reach only where accounts are wider heard than usual. So a viral joy is volume, and a
 * flood is nothing.
 */
final class Support {
  static final int HOUR_ROWS = 12;

  /** People who complain come back once or twice within an hour; a flood does all the time. */
  private static final double MOST_REPETITION = 3;

  /** With more usual sources than this, few that are added make no spike. */
  private static final double MOST_USUAL_SOURCES = 20;

  /** A voice carries so many times its usual weight where reach fires. */
  private static final double WIDER = 1.5;

  private final DetectorPolicy policy;

  Support(DetectorPolicy policy) {
    this.policy = policy;
  }

  /** Of a window of up to four minutes that ends with the newest slide. */
  boolean of(WatchState state, double factor, Signal signal, WindowSums window) {
    long from = state.sums.newestMillis + policy.slideMillis() - window.windowMillis();
    double rows = (double) window.windowMillis() / policy.rowMillis();
    if (window.voices() < policy.minVoices()
        || isFlood(state, state.sources.distinctOfLate(from), window.voices(), rows)) {
      return false;
    }
    return switch (signal) {
      case VOLUME -> true;
      case NEGATIVITY ->
          window.negativity() >= policy.minNegativity() && isWorse(state, factor, window);
      case REACH -> isWide(state, window.reachWeight(), window.voices());
      case SILENCE -> false;
    };
  }

  /** Of the last hour, at the end of a row. */
  boolean ofLate(WatchState state, double factor, Signal signal) {
    double voices = state.volume.rows.history.sum(HOUR_ROWS);
    if (voices < policy.minVoices()
        || isFlood(state, state.sources.distinctInHour(), voices, HOUR_ROWS)) {
      return false;
    }
    return switch (signal) {
      case VOLUME -> true;
      case NEGATIVITY ->
          state.negativity.rows.history.sum(HOUR_ROWS) >= policy.minNegativity()
              && isWorseOfLate(state, factor);
      case REACH -> isWide(state, state.reach.rows.history.sum(HOUR_ROWS), voices);
      case SILENCE -> false;
    };
  }

  /**
   * Few authors or few texts that come again and again, however many posts they make: what is more
   * than usual must come from enough sources.
   *
   * @param rows length of the time in rows
   */
  private boolean isFlood(WatchState state, int sources, double voices, double rows) {
    double usual =
        Math.min(
            MOST_USUAL_SOURCES, rows * state.volume.baseline.expected(state.sums.newestMillis));
    return sources - usual < policy.minVoices()
        || voices - usual > MOST_REPETITION * (sources - usual);
  }

  /** The weight is too much for one account, and more than so many voices usually carry. */
  private boolean isWide(WatchState state, double weight, double voices) {
    long newest = state.sums.newestMillis;
    double usual =
        state.reach.baseline.expected(newest)
            / Math.max(0.1, state.volume.baseline.expected(newest));
    return weight >= policy.minReachWeight() && weight >= WIDER * usual * voices;
  }

  private boolean isWorse(WatchState state, double factor, WindowSums window) {
    double odds = factor > 1 ? EventAllowance.LEAST_ODDS : policy.negativeOdds();
    return state.mood.isWorse(window.negative(), window.scored(), odds, surgeMillis(state))
        && (factor == 1
            || state.mood.oddsRatioToGlad(window.negativeShare()) >= EventAllowance.CRISIS_ODDS);
  }

  private boolean isWorseOfLate(WatchState state, double factor) {
    double odds = factor > 1 ? EventAllowance.CRISIS_ODDS : policy.negativeOdds();
    return state.mood.isWorseOfLate(odds, surgeMillis(state));
  }

  /** Up to the newest slide. */
  private static long surgeMillis(WatchState state) {
    return state.volume.spikeId == null
        ? 0
        : Math.max(0, state.sums.newestMillis - state.volume.sinceMillis);
  }
}
