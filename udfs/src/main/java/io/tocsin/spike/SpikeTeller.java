package io.tocsin.spike;

import io.tocsin.window.Watch;
import io.tocsin.window.WindowSums;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Tells a spike when it is raised, now and then while it goes on, and when it has ended. */
final class SpikeTeller {
  private static final double ONSET_FACTOR = 2;

  private final DetectorPolicy policy;

  SpikeTeller(DetectorPolicy policy) {
    this.policy = policy;
  }

  /** Adds what is news of one signal, by what the detector has just found. */
  void tell(Watch watch, WatchState state, Signal signal, long now, List<Spike> spikes) {
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
      memory.endedMillis = now;
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
      if (signal.at(state.sums, start) <= ONSET_FACTOR * usual + 0.5) {
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
    Judgement judged = Judgement.of(policy, state, signal, windowMillis, now);
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
        Math.max(judged.decades(), memory.rowAlarm.firing ? memory.rowAlarm.score : 0),
        window.mentions(),
        window.distinctTexts(),
        window.distinctAuthors(),
        window.negativeShare(),
        state.mood.negativeShare(),
        window.scoredShare(),
        window.reach(),
        state.sums.examplesSince(now - windowMillis),
        SpikeReason.of(signal, judged, state.mood.negativeShare()) + ofLate(memory, now));
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
