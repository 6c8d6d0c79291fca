package io.tocsin.spike;

import io.tocsin.feed.FeedGaps;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import io.tocsin.window.WindowSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sees when a watch is beyond what its own past explains. Its looks share one baseline: the sudden
 * look ({@link SuddenLook}) asks at every slide about the last minutes; the calibrated look ({@link
 * RowScore}) at every row of five minutes how unusual the last minutes and hours are among the
 * watch's own days; the slow burn ({@link SlowBurn}) about an hour and a half of negativity. None
 * fires without {@link Support}.
 */
public final class SpikeDetector {
  private static final long TOLD_MILLIS = 3_600_000;

  private final DetectorPolicy policy;
  private final Map<String, BrandRules> rules;
  private final Support support;
  private final SuddenLook sudden;
  private final Maturity maturity;
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
    this.support = new Support(policy);
    this.sudden = new SuddenLook(policy, support);
    this.maturity = new Maturity(policy);
    this.teller = new SpikeTeller(policy);
  }

  /**
   * Judges one slide of a watch and changes its state.
   *
   * @param slide later than every slide before it; slides that were left out saw nothing
   * @return spikes that were raised, go on or ended, volume first
   */
  public List<Spike> onSlide(Watch watch, WatchState state, Slide slide) {
    return onSlide(watch, state, slide, FeedGaps.NONE);
  }

  /**
   * The same where the feed stood still at times: what it hid is not known to have been empty, so
   * nothing is learnt from it.
   */
  public List<Spike> onSlide(Watch watch, WatchState state, Slide slide, FeedGaps gaps) {
    BrandRules planned = rules.getOrDefault(watch.brand(), BrandRules.NONE);
    catchUp(watch, state, planned, slide.startMillis(), gaps);
    Slide news = state.texts.news(slide);
    state.sums.add(news);
    state.sources.hear(news);
    state.crowd.hear(slide);
    long now = slide.startMillis() + policy.slideMillis();
    double factor = planned.factorAt(now);
    List<Spike> spikes = new ArrayList<>();
    for (Signal signal : Signal.COUNTED) {
      sudden.judge(state, factor, signal, now);
    }
    if (now % policy.rowMillis() == 0) {
      endRow(watch, state, planned, now, gaps);
    }
    for (Signal signal : Signal.COUNTED) {
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
    return state.volume.rows.history.sum(Support.HOUR_ROWS)
        + state.sums.window(policy.rowMillis()).voices();
  }

  private void endRow(
      Watch watch, WatchState state, BrandRules planned, long rowEnd, FeedGaps gaps) {
    double factor = planned.factorAt(rowEnd);
    closeRow(state, factor, rowEnd, gaps);
    if (factor == 1) {
      EvidenceReader.learn(watch, state, rowEnd - policy.rowMillis(), rowEnd);
    }
  }

  /** Rows in which nothing was seen teach the baseline too; nobody woke up for them. */
  private void catchUp(
      Watch watch, WatchState state, BrandRules planned, long slideStart, FeedGaps gaps) {
    if (state.sums.newestMillis == Long.MIN_VALUE) {
      return;
    }
    long row = policy.rowMillis();
    long next = Math.floorDiv(state.sums.newestMillis + policy.slideMillis(), row);
    long last = Math.floorDiv(slideStart, row);
    long lastBusy = Math.floorDiv(state.sums.newestBusyMillis, row);
    for (; next < last && (next <= lastBusy || state.firing()); next++) {
      endRow(watch, state, planned, (next + 1) * row, gaps);
    }
    if (next < last) {
      SleptRows.take(state, planned, gaps, next * row, last * row);
    }
  }

  private void closeRow(WatchState state, double factor, long rowEnd, FeedGaps gaps) {
    WindowSums row = state.sums.between(rowEnd - policy.rowMillis(), rowEnd);
    boolean seen = !gaps.hide(rowEnd - policy.rowMillis(), rowEnd);
    state.mood.hear(row);
    for (Signal signal : Signal.COUNTED) {
      SignalState memory = state.of(signal);
      double value = seen ? unexplained(state, factor, signal, row, rowEnd) : RowHistory.UNSEEN;
      double score = memory.rows.next(value, rowEnd - policy.rowMillis(), memory.baseline);
      boolean supported = support.ofLate(state, factor, signal);
      boolean allowed = supported && maturity.allows(memory);
      boolean told = rowEnd - TOLD_MILLIS < memory.endedMillis;
      memory.rowAlarm.judge(policy, score, allowed, told, rowEnd);
      if (signal == Signal.NEGATIVITY) {
        memory.slowBurn.judge(
            memory, state.mood.lateOddsRatio(), supported, rowEnd - policy.rowMillis());
      }
    }
    if (factor == 1 && seen) {
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
    for (Signal signal : Signal.COUNTED) {
      state.of(signal).baseline.learn(signal.in(row), rowStart);
    }
    if (!state.negativity.firing()) {
      state.mood.learn(row.negative(), row.scored());
    }
  }
}
