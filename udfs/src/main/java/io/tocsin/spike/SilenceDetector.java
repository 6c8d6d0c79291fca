package io.tocsin.spike;

import io.tocsin.feed.FeedGaps;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.time.Instant;
import java.util.List;

/**
 * Tells where a watch is silent though its feed runs, and when the silence is over. A watch that
 * sleeps is woken once, when its silence would become remarkable; one that is spoken of too seldom
 * for that within a day is never woken.
 */
public final class SilenceDetector {
  private static final int HOUR_ROWS = 12;
  private static final Evidence NOBODY_SPEAKS = new Evidence(List.of(), 0, 0, 0, List.of(), 0, 1);

  private final DetectorPolicy policy;

  /** A detector that holds no state of its own. */
  public SilenceDetector(DetectorPolicy policy) {
    this.policy = policy;
  }

  /**
   * Judges a slide before {@link SpikeDetector} does: the baseline is as it was when the watch fell
   * asleep.
   *
   * @param gaps of all feeds that bring mentions of the watch
   */
  public List<Spike> onSlide(Watch watch, WatchState state, Slide slide, FeedGaps gaps) {
    long now = slide.startMillis() + policy.slideMillis();
    Silence silence = state.silence;
    Baseline baseline = state.volume.baseline;
    long last = silence.lastMillis;
    if (slide.mentions() > 0) {
      double late = state.volume.rows.history.sum(HOUR_ROWS) / HOUR_ROWS;
      return silence.hear(baseline, late, slide.startMillis(), now, gaps)
          ? told(watch, state, SpikePhase.ENDED, last, now, SpikeReason.ofSilenceOver(now - last))
          : List.of();
    }
    if (silence.begins(baseline, gaps, now)) {
      String why = SpikeReason.ofSilence(now - last, silence.missed);
      return told(watch, state, SpikePhase.RAISED, last, now, why);
    }
    return silence.isGivenUp(now)
        ? told(watch, state, SpikePhase.ENDED, last, now, SpikeReason.ofSilenceGivenUp(now - last))
        : List.of();
  }

  /** When a watch that sleeps must be woken; {@link Long#MAX_VALUE} for never. */
  public long wakesAt(WatchState state, FeedGaps gaps, long now) {
    return state.silence.wakesAt(
        state.volume.baseline, gaps, policy.rowMillis(), policy.slideMillis(), now);
  }

  private static List<Spike> told(
      Watch watch, WatchState state, SpikePhase phase, long sinceMillis, long now, String why) {
    Instant since = Instant.ofEpochMilli(sinceMillis);
    Silence silence = state.silence;
    Spike spike =
        new Spike(
            watch.key() + "/silence/" + since,
            watch,
            Signal.SILENCE,
            phase,
            Instant.ofEpochMilli(now),
            since,
            now - sinceMillis,
            0,
            silence.missed,
            silence.decades(state.volume.baseline),
            0,
            0,
            0,
            0,
            state.mood.negativeShare(),
            1,
            0,
            List.of(),
            NOBODY_SPEAKS,
            List.of(),
            why,
            null);
    return List.of(spike);
  }
}
