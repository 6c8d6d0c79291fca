package io.tocsin.incident;

import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.window.BrandMap;
import io.tocsin.window.Dimension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How bad the spikes of one brand are together. Volume is a notice and negativity a crisis, but for
 * places: a location that burns is a notice until as many burn as the plan names. A region's
 * negativity is a crisis where the region burns and not one place in it: when two of its locations
 * burn, or when it has lasted for a minute and no location makes up a third of it. Reach is a
 * notice; a crisis is critical while accounts speak of the brand that are wider heard than usual.
 */
final class SeverityJudge {
  /** How long a region must burn until it is a crisis though no two of its locations burn. */
  static final Duration LASTING = Duration.ofMinutes(1);

  private static final double ITS_OWN_SHARE = 1.0 / 3;

  private final SeverityPolicy policy;
  private final BrandMap map;

  SeverityJudge(SeverityPolicy policy, BrandMap map) {
    this.policy = policy;
    this.map = map;
  }

  /** The severity of what burns; a notice where nothing does. */
  Severity of(List<Spike> burning, Instant now) {
    List<Spike> locations = burning.stream().filter(SeverityJudge::isSourLocation).toList();
    Severity worst = ofLocations(locations.size());
    for (Spike spike : burning) {
      Severity own = of(spike, locations, now);
      worst = own.compareTo(worst) > 0 ? own : worst;
    }
    return worst == Severity.WARNING && burning.stream().anyMatch(SeverityJudge::isHeardWide)
        ? Severity.CRITICAL
        : worst;
  }

  private Severity ofLocations(int burning) {
    if (burning >= policy.criticalLocations()) {
      return Severity.CRITICAL;
    }
    return burning >= policy.warningLocations() ? Severity.WARNING : Severity.NOTICE;
  }

  private Severity of(Spike spike, List<Spike> locations, Instant now) {
    boolean crisis =
        switch (spike.watch().dimension()) {
          case BRAND, CHANNEL, TOPIC -> true;
          case LOCATION -> false;
          case REGION -> burnsAsARegion(spike, locations, now);
        };
    if (!crisis || spike.signal() != Signal.NEGATIVITY) {
      return Severity.NOTICE;
    }
    boolean critical =
        spike.score() >= policy.criticalScore() || spike.reach() >= policy.criticalReach();
    return critical ? Severity.CRITICAL : Severity.WARNING;
  }

  private boolean burnsAsARegion(Spike region, List<Spike> locations, Instant now) {
    List<Spike> inIt =
        locations.stream()
            .filter(spike -> map.regionsOf(value(spike)).contains(value(region)))
            .toList();
    if (inIt.size() >= 2) {
      return true;
    }
    boolean lasts =
        region.phase() == SpikePhase.ONGOING || !now.isBefore(region.at().plus(LASTING));
    return lasts && inIt.stream().allMatch(spike -> excess(spike) < ITS_OWN_SHARE * excess(region));
  }

  /** What is beyond the usual, a millisecond: windows differ. */
  private static double excess(Spike spike) {
    return (spike.observed() - spike.expected()) / spike.windowMillis();
  }

  private static boolean isHeardWide(Spike spike) {
    return spike.watch().dimension() == Dimension.BRAND && spike.signal() == Signal.REACH;
  }

  private static boolean isSourLocation(Spike spike) {
    return spike.watch().dimension() == Dimension.LOCATION && spike.signal() == Signal.NEGATIVITY;
  }

  private static String value(Spike spike) {
    return Objects.requireNonNull(spike.watch().value());
  }
}
