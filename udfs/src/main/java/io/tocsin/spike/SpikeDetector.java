package io.tocsin.spike;

import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import io.tocsin.window.WindowSums;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private static final double ONSET_FACTOR = 2;

  /** A long window is not hot by what the shortest one has forgotten. */
  private static final double PRESENT_DECADES = 1;

  private final DetectorPolicy policy;

  /** A detector that follows the policy. It holds no state of its own. */
  public SpikeDetector(DetectorPolicy policy) {
    this.policy = policy;
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
      tell(watch, state, signal, now, spikes);
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
    Judgement judged = judge(state, signal, memory.suddenWindowMillis, now);
    memory.calmSlides = judged.decades() < policy.calmDecades() ? memory.calmSlides + 1 : 0;
    if (memory.calmSlides >= policy.calmSlides()) {
      memory.suddenWindowMillis = 0;
    }
  }

  private @Nullable Judgement hottest(WatchState state, Signal signal, long now) {
    if (state.of(signal).baseline.rows < policy.suddenWarmUpRows()
        || judge(state, signal, policy.windowsMillis().get(0), now).decades() < PRESENT_DECADES) {
      return null;
    }
    Judgement hottest = null;
    for (long windowMillis : policy.windowsMillis()) {
      Judgement judged = judge(state, signal, windowMillis, now);
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

  private Judgement judge(WatchState state, Signal signal, long windowMillis, long now) {
    Baseline baseline = state.of(signal).baseline;
    WindowSums window = state.sums.window(windowMillis);
    double observed = value(signal, window);
    double share = (double) windowMillis / policy.rowMillis();
    double expected = baseline.expected(now - 1) * share;
    double doubt = 1 + 2 / Math.sqrt(Math.max(1, baseline.rows));
    double decades =
        NegativeBinomial.upperTailDecades(
            observed, Math.max(0.1, expected * doubt), baseline.dispersion);
    return new Judgement(window, observed, expected, decades);
  }

  private void closeRow(WatchState state, long rowEnd) {
    WindowSums row = state.sums.between(rowEnd - policy.rowMillis(), rowEnd);
    for (Signal signal : Signal.values()) {
      SignalState memory = state.of(signal);
      learnRow(memory, value(signal, row), rowEnd);
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

  private void tell(Watch watch, WatchState state, Signal signal, long now, List<Spike> spikes) {
    SignalState memory = state.of(signal);
    if (memory.spikeId == null && memory.firing()) {
      memory.sinceMillis = onset(state, signal, now);
      memory.spikeId =
          watch.key()
              + "/"
              + signal.name().toLowerCase(Locale.ROOT)
              + "/"
              + Instant.ofEpochMilli(memory.sinceMillis);
      memory.toldMillis = now;
      spikes.add(spike(watch, state, signal, memory.spikeId, SpikePhase.RAISED, now));
    } else if (memory.spikeId != null && !memory.firing()) {
      spikes.add(spike(watch, state, signal, memory.spikeId, SpikePhase.ENDED, now));
      memory.spikeId = null;
    } else if (memory.spikeId != null && now - memory.toldMillis >= policy.ongoingMillis()) {
      memory.toldMillis = now;
      spikes.add(spike(watch, state, signal, memory.spikeId, SpikePhase.ONGOING, now));
    }
  }

  /** Walks back over the slides that were above twice their expectation. */
  private long onset(WatchState state, Signal signal, long now) {
    double usual =
        state.of(signal).baseline.expected(now - 1) * policy.slideMillis() / policy.rowMillis();
    long newest = now - policy.slideMillis();
    long onset = newest;
    for (long start = newest - policy.slideMillis();
        start >= state.sums.oldestMillis();
        start -= policy.slideMillis()) {
      if (value(signal, state, start) <= ONSET_FACTOR * usual + 0.5) {
        break;
      }
      onset = start;
    }
    return onset;
  }

  private Spike spike(
      Watch watch, WatchState state, Signal signal, String id, SpikePhase phase, long now) {
    SignalState memory = state.of(signal);
    long windowMillis =
        memory.suddenWindowMillis > 0 ? memory.suddenWindowMillis : policy.rowMillis();
    Judgement judged = judge(state, signal, windowMillis, now);
    WindowSums window = judged.window();
    return new Spike(
        id,
        watch,
        signal,
        phase,
        Instant.ofEpochMilli(now),
        Instant.ofEpochMilli(memory.sinceMillis),
        windowMillis,
        judged.observed(),
        judged.expected(),
        Math.max(judged.decades(), memory.rowFiring ? memory.rowScore : 0),
        window.mentions(),
        window.distinctTexts(),
        window.distinctAuthors(),
        window.negativeShare(),
        state.mood.negativeShare(),
        window.scoredShare(),
        window.reach(),
        state.sums.examplesSince(now - windowMillis),
        SpikeReason.of(signal, judged, state.mood.negativeShare()));
  }

  private static double value(Signal signal, WindowSums window) {
    return switch (signal) {
      case VOLUME -> window.voices();
      case NEGATIVITY -> window.negativity();
    };
  }

  private static double value(Signal signal, WatchState state, long slideStart) {
    return switch (signal) {
      case VOLUME -> state.sums.voicesAt(slideStart);
      case NEGATIVITY -> state.sums.negativityAt(slideStart);
    };
  }
}
