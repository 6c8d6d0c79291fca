package io.tocsin.spike;

import io.tocsin.window.Dimension;
import io.tocsin.window.Watch;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Tells of a brand's watch what the newest look saw. */
final class BrandLooks {
  private final DetectorPolicy policy;

  BrandLooks(DetectorPolicy policy) {
    this.policy = policy;
  }

  /**
   * The newest look, signal by signal: of each window that follows the one before, and at every
   * slide while the watch burns. None of parts of a brand, and none where slides are too long for a
   * sudden look.
   *
   * @param state after the newest slide was judged
   * @param asleep whether the watch looks no more until a mention comes
   * @param now end of the newest slide
   */
  List<BrandLook> of(Watch watch, WatchState state, BrandRules rules, boolean asleep, long now) {
    if (watch.dimension() != Dimension.BRAND || policy.windowsMillis().isEmpty()) {
      return List.of();
    }
    boolean follows = now % policy.windowsMillis().get(0) == 0;
    if (!follows && !asleep && !state.firing()) {
      return List.of();
    }
    return Stream.of(Signal.VOLUME, Signal.NEGATIVITY)
        .map(signal -> of(watch.brand(), state, rules, signal, asleep, now))
        .toList();
  }

  private BrandLook of(
      String brand, WatchState state, BrandRules rules, Signal signal, boolean asleep, long now) {
    long window = policy.windowsMillis().get(0);
    Judgement judged = Judgement.of(policy, rules.factorAt(now), state, signal, window, now);
    double rare =
        NegativeBinomial.leastBeyond(
            policy.suddenDecades(), judged.mean(), state.of(signal).baseline.dispersion);
    double least = signal == Signal.VOLUME ? policy.minVoices() : policy.minNegativity();
    double upperBound = Math.max(least, Math.max(rare, policy.suddenRatio() * judged.expected()));
    return new BrandLook(
        brand,
        signal,
        Instant.ofEpochMilli(now),
        window,
        rounded(asleep ? 0 : judged.observed()),
        rounded(judged.expected()),
        rounded(upperBound));
  }

  /** Nobody needs more digits, and what did not change is not written anew. */
  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
