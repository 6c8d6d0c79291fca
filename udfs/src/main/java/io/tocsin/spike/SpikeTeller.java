package io.tocsin.spike;

import io.tocsin.window.Watch;
import io.tocsin.window.WindowSums;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Tells a spike when it is raised, when it has changed enough to matter, and when it has ended. */
final class SpikeTeller {
  private static final double ONSET_FACTOR = 2;

  private final DetectorPolicy policy;

  SpikeTeller(DetectorPolicy policy) {
    this.policy = policy;
  }

  /** Adds what is news of one signal, by what the detector has just found. */
  void tell(
      Watch watch,
      WatchState state,
      Signal signal,
      long now,
      BrandRules rules,
      List<Spike> spikes) {
    SignalState memory = state.of(signal);
    if (memory.spikeId == null && !memory.firing()) {
      return;
    }
    Judgement judged = judged(state, rules.factorAt(now), signal, now);
    double score = score(memory, judged);
    if (memory.spikeId == null) {
      memory.sinceMillis = onset(state, signal, judged, now);
      memory.spikeId = id(watch, signal, memory.sinceMillis);
      memory.told.begin(now, score, judged);
      spikes.add(spike(watch, state, signal, SpikePhase.RAISED, judged, rules, now));
    } else if (!memory.firing()) {
      spikes.add(spike(watch, state, signal, SpikePhase.ENDED, judged, rules, now));
      memory.spikeId = null;
      memory.endedMillis = now;
    } else if (memory.told.isNews(now, score, judged, rules, policy.ongoingMillis())) {
      memory.told.tell(now, score, judged);
      spikes.add(spike(watch, state, signal, SpikePhase.ONGOING, judged, rules, now));
    }
  }

  private static String id(Watch watch, Signal signal, long sinceMillis) {
    String name = signal.name().toLowerCase(Locale.ROOT);
    return watch.key() + "/" + name + "/" + Instant.ofEpochMilli(sinceMillis);
  }

  private Judgement judged(WatchState state, double factor, Signal signal, long now) {
    long sudden = state.of(signal).suddenWindowMillis;
    long window = sudden > 0 ? sudden : policy.rowMillis();
    return Judgement.of(policy, factor, state, signal, window, now);
  }

  private static double score(SignalState memory, Judgement judged) {
    return Math.max(judged.decades(), memory.rowAlarm.firing ? memory.rowAlarm.score : 0);
  }

  /** Walks back over the slides that were above twice their expectation. */
  private long onset(WatchState state, Signal signal, Judgement judged, long now) {
    double usual = judged.expected() * policy.slideMillis() / judged.windowMillis();
    long newest = now - policy.slideMillis();
    long onset = newest;
    for (long start = newest - policy.slideMillis();
        start >= state.sums.oldestMillis();
        start -= policy.slideMillis()) {
      if (signal.at(state.sums, start) <= ONSET_FACTOR * usual + 0.5) {
        break;
      }
      onset = start;
    }
    return onset;
  }

  private Spike spike(
      Watch watch,
      WatchState state,
      Signal signal,
      SpikePhase phase,
      Judgement judged,
      BrandRules rules,
      long now) {
    SignalState memory = state.of(signal);
    WindowSums window = judged.window();
    return new Spike(
        Objects.requireNonNull(memory.spikeId),
        watch,
        signal,
        phase,
        Instant.ofEpochMilli(now),
        Instant.ofEpochMilli(memory.sinceMillis),
        judged.windowMillis(),
        judged.observed(),
        judged.expected(),
        score(memory, judged),
        window.mentions(),
        window.distinctTexts(),
        window.distinctAuthors(),
        window.negativeShare(),
        state.mood.negativeShare(),
        window.scoredShare(),
        window.reach(),
        state.sums.examplesSince(now - judged.windowMillis()),
        SpikeReason.of(signal, judged, state.mood.negativeShare())
            + ofLate(memory, now)
            + SpikeReason.ofEvent(rules.eventAt(now)));
  }

  /** What built up says little in its newest row: the reason names the rows before too. */
  private String ofLate(SignalState memory, long now) {
    if (memory.suddenWindowMillis > 0) {
      return "";
    }
    double expected = 0;
    for (int row = 1; row <= SlowBurn.ROWS; row++) {
      expected += memory.baseline.expected(now - row * policy.rowMillis());
    }
    return SpikeReason.ofLate(memory.rows.history.sum(SlowBurn.ROWS), expected);
  }
}
