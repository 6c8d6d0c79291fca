package io.tocsin.spike;

import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import io.tocsin.window.WindowSums;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sees when a watch is beyond what its own past explains. Two looks share one baseline.
 *
 * <p>The sudden look asks, at every slide and over windows from a minute up, how rare the window is
 * under a negative binomial with the baseline's mean and dispersion; it fires when enough of the
 * last slides are over the level, so that an outage is seen within half a minute. The calibrated
 * look ({@link RowScore}) asks at every row of five minutes how unusual the last minutes and hours
 * are among the watch's own rows, and sees what builds up.
 *
 * <p>A window fires only with enough distinct voices, and as negativity only where the mood is
 * worse than usual: a viral joy is volume, a flood of one text is one voice.
 */
public final class SpikeDetector {
  private static final long DAY_MILLIS = 86_400_000;
  private static final long LONGEST_CATCH_UP_ROWS = 28 * 288L;

  /** A long window is not hot by what the shortest one has forgotten. */
  private static final double PRESENT_DECADES = 1;

  private final DetectorPolicy policy;
  private final SpikeTeller teller;

  /** A detector that follows the policy. It holds no state of its own. */
  public SpikeDetector(DetectorPolicy policy) {
    this.policy = policy;
    this.teller = new SpikeTeller(policy);
  }

  /**
   * Judges one slide of a watch and changes its state.
   *
   * @param slide later than every slide before it; slides that were left out saw nothing
   * @return spikes that were raised, go on or ended, volume first
   */
  public List<Spike> onSlide(Watch watch, WatchState state, Slide slide) {
    catchUp(state, slide.startMillis());
    state.sums.add(slide);
    long now = slide.startMillis() + policy.slideMillis();
    List<Spike> spikes = new ArrayList<>();
    for (Signal signal : Signal.values()) {
      judgeSlide(state, signal, now);
    }
    if (now % policy.rowMillis() == 0) {
      closeRow(state, now);
    }
    for (Signal signal : Signal.values()) {
      teller.tell(watch, state, signal, now, spikes);
    }
    return spikes;
  }

  /** Whether the watch needs no slide until a mention comes. */
  public boolean idle(WatchState state) {
    return state.idle();
  }

  /** Rows in which nothing was seen teach the baseline too; nobody woke up for them. */
  private void catchUp(WatchState state, long slideStart) {
    if (state.sums.newestMillis == Long.MIN_VALUE) {
      return;
    }
    long row = policy.rowMillis();
    long firstUnseen = state.sums.newestMillis + policy.slideMillis();
    long firstRow = Math.floorDiv(firstUnseen, row);
    long lastRow = Math.floorDiv(slideStart, row);
    for (long i = Math.max(firstRow, lastRow - LONGEST_CATCH_UP_ROWS); i < lastRow; i++) {
      closeRow(state, (i + 1) * row);
    }
  }

  private void judgeSlide(WatchState state, Signal signal, long now) {
    SignalState memory = state.of(signal);
    Judgement hottest = hottest(state, signal, now);
    boolean hot = hottest != null;
    memory.hotSlides = memory.hotSlides << 1 | (hot ? 1 : 0);
    int recent = memory.hotSlides & ((1 << policy.lookbackSlides()) - 1);
    if (memory.suddenWindowMillis == 0) {
      if (hottest != null && Integer.bitCount(recent) >= policy.firingSlides()) {
        memory.suddenWindowMillis = hottest.windowMillis();
        memory.calmSlides = 0;
      }
      return;
    }
    Judgement judged = Judgement.of(policy, state, signal, memory.suddenWindowMillis, now);
    memory.calmSlides = judged.decades() < policy.calmDecades() ? memory.calmSlides + 1 : 0;
    if (memory.calmSlides >= policy.calmSlides()) {
      memory.suddenWindowMillis = 0;
    }
  }

  private @Nullable Judgement hottest(WatchState state, Signal signal, long now) {
    if (state.of(signal).baseline.rows < policy.suddenWarmUpRows()
        || Judgement.of(policy, state, signal, policy.windowsMillis().get(0), now).decades()
            < PRESENT_DECADES) {
      return null;
    }
    Judgement hottest = null;
    for (long windowMillis : policy.windowsMillis()) {
      Judgement judged = Judgement.of(policy, state, signal, windowMillis, now);
      if (judged.decades() >= policy.suddenDecades()
          && judged.observed() >= policy.suddenRatio() * judged.expected()
          && supported(state, signal, judged.window())
          && (hottest == null || judged.decades() > hottest.decades())) {
        hottest = judged;
      }
    }
    return hottest;
  }

  private boolean supported(WatchState state, Signal signal, WindowSums window) {
    if (window.voices() < policy.minVoices()) {
      return false;
    }
    return signal != Signal.NEGATIVITY
        || (window.negativity() >= policy.minNegativity()
            && state.mood.oddsRatio(window.negativeShare()) >= policy.negativeOdds());
  }

  private void closeRow(WatchState state, long rowEnd) {
    WindowSums row = state.sums.between(rowEnd - policy.rowMillis(), rowEnd);
    for (Signal signal : Signal.values()) {
      SignalState memory = state.of(signal);
      learnRow(memory, signal.in(row), rowEnd);
      boolean warm = memory.baseline.rows >= policy.rowWarmUpRows();
      if (memory.rowFiring) {
        memory.rowFiring = memory.rowScore >= policy.rowCalmScore();
      } else if (warm && supported(state, signal, row) && risesAnew(memory, rowEnd)) {
        memory.rowFiring = true;
        memory.firedRowScore = memory.rowScore;
        memory.firedRowMillis = rowEnd;
      }
    }
    if (!state.negativity.firing()) {
      state.mood.learn(row.negative(), row.scored());
    }
  }

  private boolean risesAnew(SignalState memory, long now) {
    boolean quietForADay =
        memory.firedRowMillis == Long.MIN_VALUE || now - memory.firedRowMillis >= DAY_MILLIS;
    double level =
        quietForADay
            ? policy.rowScore()
            : Math.max(policy.rowScore(), memory.firedRowScore + policy.rowRise());
    return memory.rowScore >= level;
  }

  private void learnRow(SignalState memory, double value, long rowEnd) {
    long rowStart = rowEnd - policy.rowMillis();
    memory.rowScore = memory.rows.next(value, memory.baseline.expected(rowStart));
    memory.baseline.learn(value, rowStart);
  }
}
