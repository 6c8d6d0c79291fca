package io.tocsin.spike;

import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import io.tocsin.window.WindowSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sees when a watch is beyond what its own past explains. Two looks share one baseline.
 *
 * <p>The sudden look asks, at every slide and over windows from a minute up, how rare the window is
 * under a negative binomial with the baseline's mean and dispersion, and among the peaks of the
 * watch's own days; it fires when enough of the last slides are over the level, so that an outage
 * is seen within half a minute. The calibrated look ({@link RowScore}) asks at every row of five
 * minutes how unusual the last minutes and hours are among the watch's own days, and sees what
 * builds up.
 *
 * <p>A window fires only with enough distinct voices, and as negativity only where the mood is
 * worse than usual: a viral joy is volume, a flood of one text is one voice.
 */
public final class SpikeDetector {
  private static final int HOUR_ROWS = 12;
  private static final int QUARTER_ROWS = 3;
  private static final long TOLD_MILLIS = 3_600_000;
  private static final int LEAST_BUSY_ROWS = 3;
  private static final double YOUNG_DECADES = 5;

  /** A long window is not hot by what the shortest one has forgotten. */
  private static final double PRESENT_DECADES = 1;

  private final DetectorPolicy policy;
  private final Map<String, BrandRules> rules;
  private final SpikeTeller teller;

  /** A detector that follows the policy. It holds no state of its own. */
  public SpikeDetector(DetectorPolicy policy) {
    this(policy, Map.of());
  }

  /**
   * A detector that follows the policy and, by brand, what the crisis plan says. It holds no state
   * of its own.
   */
  public SpikeDetector(DetectorPolicy policy, Map<String, BrandRules> rules) {
    this.policy = policy;
    this.rules = Map.copyOf(rules);
    this.teller = new SpikeTeller(policy);
  }

  /**
   * Judges one slide of a watch and changes its state.
   *
   * @param slide later than every slide before it; slides that were left out saw nothing
   * @return spikes that were raised, go on or ended, volume first
   */
  public List<Spike> onSlide(Watch watch, WatchState state, Slide slide) {
    BrandRules planned = rules.getOrDefault(watch.brand(), BrandRules.NONE);
    catchUp(watch, state, planned, slide.startMillis());
    state.sums.add(state.texts.news(slide));
    state.crowd.hear(slide);
    long now = slide.startMillis() + policy.slideMillis();
    double factor = planned.factorAt(now);
    List<Spike> spikes = new ArrayList<>();
    for (Signal signal : Signal.values()) {
      judgeSlide(state, factor, signal, now);
    }
    if (now % policy.rowMillis() == 0) {
      endRow(watch, state, planned, now);
    }
    for (Signal signal : Signal.values()) {
      teller.tell(watch, state, signal, now, planned, spikes);
    }
    return spikes;
  }

  /**
   * Whether the watch needs no slide until a mention comes: nothing of what it heard within the
   * hour can make it fire, and its rows are closed when it wakes.
   */
  public boolean idle(WatchState state) {
    return state.idle() || (!state.firing() && heardWithinTheHour(state) < policy.minVoices());
  }

  /** At most so many voices: the slides of the ring may be in a row that is closed. */
  private double heardWithinTheHour(WatchState state) {
    return state.volume.rows.history.sum(HOUR_ROWS)
        + state.sums.window(policy.rowMillis()).voices();
  }

  private void endRow(Watch watch, WatchState state, BrandRules planned, long rowEnd) {
    double factor = planned.factorAt(rowEnd);
    closeRow(state, factor, rowEnd);
    if (factor == 1) {
      EvidenceReader.learn(watch, state, rowEnd - policy.rowMillis(), rowEnd);
    }
  }

  /** Rows in which nothing was seen teach the baseline too; nobody woke up for them. */
  private void catchUp(Watch watch, WatchState state, BrandRules planned, long slideStart) {
    if (state.sums.newestMillis == Long.MIN_VALUE) {
      return;
    }
    long row = policy.rowMillis();
    long next = Math.floorDiv(state.sums.newestMillis + policy.slideMillis(), row);
    long last = Math.floorDiv(slideStart, row);
    long lastBusy = Math.floorDiv(state.sums.newestBusyMillis, row);
    for (; next < last && (next <= lastBusy || state.firing()); next++) {
      endRow(watch, state, planned, (next + 1) * row);
    }
    if (next < last) {
      SleptRows.take(state, planned, next * row, last * row);
    }
  }

  private void judgeSlide(WatchState state, double factor, Signal signal, long now) {
    SignalState memory = state.of(signal);
    Judgement hottest = hottest(state, factor, signal, now);
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
        && supported(state, factor, signal, judged.window())
        && ((factor > 1 && signal == Signal.NEGATIVITY) || isBurst(state, signal, judged));
  }

  private boolean isBurst(WatchState state, Signal signal, Judgement judged) {
    return judged.observed() >= policy.suddenRatio() * judged.expected()
        && state.of(signal).rows.burstDecades(judged.observed(), judged.expected())
            >= policy.suddenOwnDecades();
  }

  private boolean supported(WatchState state, double factor, Signal signal, WindowSums window) {
    if (window.voices() < policy.minVoices()) {
      return false;
    }
    return signal != Signal.NEGATIVITY
        || (window.negativity() >= policy.minNegativity()
            && state.mood.oddsRatio(window.negativeShare()) >= oddsAsked(factor));
  }

  private double oddsAsked(double factor) {
    return factor > 1 ? EventAllowance.CRISIS_ODDS : policy.negativeOdds();
  }

  private void closeRow(WatchState state, double factor, long rowEnd) {
    WindowSums row = state.sums.between(rowEnd - policy.rowMillis(), rowEnd);
    state.mood.hear(row.negative(), row.scored());
    for (Signal signal : Signal.values()) {
      SignalState memory = state.of(signal);
      double value = unexplained(state, factor, signal, row, rowEnd);
      double score = memory.rows.next(value, rowEnd - policy.rowMillis(), memory.baseline);
      boolean supported = supportedOfLate(state, factor, signal);
      boolean allowed = supported && (isGrown(memory) || isRareForTheYoung(memory, rowEnd));
      boolean told = rowEnd - TOLD_MILLIS < memory.endedMillis;
      memory.rowAlarm.judge(policy, score, allowed, told, rowEnd);
      if (signal == Signal.NEGATIVITY) {
        memory.slowBurn.judge(
            memory, state.mood.lateOddsRatio(), supported, rowEnd - policy.rowMillis());
      }
    }
    if (factor == 1) {
      learn(state, row, rowEnd - policy.rowMillis());
    }
  }

  /** The row's signal without what the calendar explains. */
  private double unexplained(
      WatchState state, double factor, Signal signal, WindowSums row, long rowEnd) {
    double usual = state.of(signal).baseline.expected(rowEnd - policy.rowMillis());
    double usualVoices = state.volume.baseline.expected(rowEnd - policy.rowMillis());
    double allowance = EventAllowance.of(signal, factor, row.voices(), usualVoices);
    return EventAllowance.rest(signal.in(row), usual, allowance);
  }

  private static void learn(WatchState state, WindowSums row, long rowStart) {
    for (Signal signal : Signal.values()) {
      state.of(signal).baseline.learn(signal.in(row), rowStart);
    }
    if (!state.negativity.firing()) {
      state.mood.learn(row.negative(), row.scored());
    }
  }

  private boolean isGrown(SignalState memory) {
    return memory.baseline.rows >= policy.rowWarmUpRows();
  }

  /**
   * Before it has seen a day of its own, the calibrated look also needs that the last quarter of an
   * hour is rare under the baseline, and a past that is not empty.
   */
  private boolean isRareForTheYoung(SignalState memory, long rowEnd) {
    Baseline baseline = memory.baseline;
    long busyBefore = memory.rows.history.busyRows - QUARTER_ROWS;
    if (baseline.rows < policy.suddenWarmUpRows() || busyBefore < LEAST_BUSY_ROWS) {
      return false;
    }
    double observed = memory.rows.history.sum(QUARTER_ROWS);
    double expected = QUARTER_ROWS * baseline.expected(rowEnd - policy.rowMillis());
    double decades =
        NegativeBinomial.upperTailDecades(
            observed, Math.max(0.1, Judgement.doubted(baseline, expected)), baseline.dispersion);
    return decades >= YOUNG_DECADES && observed >= policy.suddenRatio() * expected;
  }

  private boolean supportedOfLate(WatchState state, double factor, Signal signal) {
    if (state.volume.rows.history.sum(HOUR_ROWS) < policy.minVoices()) {
      return false;
    }
    return signal != Signal.NEGATIVITY
        || (state.negativity.rows.history.sum(HOUR_ROWS) >= policy.minNegativity()
            && state.mood.lateOddsRatio() >= oddsAsked(factor));
  }
}
