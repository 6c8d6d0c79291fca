package io.tocsin.spike;

import io.tocsin.window.CrowdSums;
import io.tocsin.window.Watch;
import io.tocsin.window.WindowSums;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Tells a spike when it is raised, when it has changed enough to matter, and when it has ended. */
final class SpikeTeller {
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
      memory.sinceMillis = Onset.of(policy, state, signal, judged, now);
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
    String id = watch.key() + "/" + name + "/" + Instant.ofEpochMilli(sinceMillis);
    return watch.drill() == null ? id : id + "/" + watch.drill().id();
  }

  private Judgement judged(WatchState state, double factor, Signal signal, long now) {
    long sudden = state.of(signal).suddenWindowMillis;
    long window = sudden > 0 ? sudden : policy.rowMillis();
    return Judgement.of(policy, factor, state, signal, window, now);
  }

  private static double score(SignalState memory, Judgement judged) {
    return Math.max(judged.decades(), memory.rowAlarm.firing ? memory.rowAlarm.score : 0);
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
    List<Excess> windows = ExcessFinder.of(policy, rules.factorAt(now), state, signal, now);
    Excess telling = telling(memory, windows, judged);
    long from = now - telling.windowMillis();
    long textsFrom = Math.min(from, now - policy.rowMillis());
    CrowdSums crowd = state.crowd.since(from);
    Evidence evidence = EvidenceReader.of(state, crowd, textsFrom, now);
    WindowSums newest = judged.window();
    Spike spike =
        new Spike(
            Objects.requireNonNull(memory.spikeId),
            watch,
            signal,
            phase,
            Instant.ofEpochMilli(now),
            Instant.ofEpochMilli(memory.sinceMillis),
            telling.windowMillis(),
            telling.observed(),
            telling.expected(),
            score(memory, judged),
            Math.max(newest.mentions(), crowd.mentions()),
            Math.max(newest.distinctTexts(), evidence.textsRead()),
            Math.max(newest.distinctAuthors(), crowd.authors()),
            share(crowd.negative(), crowd.scored(), 0),
            state.mood.negativeShare(),
            share(crowd.scored(), crowd.mentions(), 1),
            newest.reach(),
            windows,
            evidence,
            state.crowd.examplesSince(from),
            "",
            null);
    return spike.saying(new SpikeReason(spike, judged).sentences(rules.eventAt(now)));
  }

  /** What built up says little in its newest row: the window that is clearest over tells it. */
  private static Excess telling(SignalState memory, List<Excess> windows, Judgement judged) {
    Excess newest =
        new Excess(
            Look.SUDDEN,
            judged.windowMillis(),
            judged.observed(),
            judged.expected(),
            judged.decades());
    return memory.suddenWindowMillis > 0
        ? newest
        : windows.stream().max(Comparator.comparingDouble(Excess::clarity)).orElse(newest);
  }

  private static double share(long part, long whole, double ofNothing) {
    return whole == 0 ? ofNothing : (double) part / whole;
  }
}
