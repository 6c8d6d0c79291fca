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
import org.jspecify.annotations.Nullable;

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

  /**
   * How bad it is, and by what.
   *
   * @param severity how bad
   * @param grounds why
   */
  record Judged(Severity severity, SeverityGrounds grounds) {}

  /** The severity of what burns; a notice where nothing does. */
  Judged of(List<Spike> burning, Instant now) {
    List<Spike> locations = burning.stream().filter(SeverityJudge::isSourLocation).toList();
    Judged worst = ofLocations(locations.size());
    for (Spike spike : burning) {
      Judged own = of(spike, locations, now);
      worst = own.severity().compareTo(worst.severity()) > 0 ? own : worst;
    }
    Spike heardWide = burning.stream().filter(SeverityJudge::isHeardWide).findFirst().orElse(null);
    return worst.severity() == Severity.WARNING && heardWide != null
        ? judged(Severity.CRITICAL, SeverityReason.HEARD_WIDE, heardWide, locations.size())
        : worst;
  }

  private Judged ofLocations(int burning) {
    if (burning >= policy.criticalLocations()) {
      return judged(Severity.CRITICAL, SeverityReason.MANY_LOCATIONS, null, burning);
    }
    return burning >= policy.warningLocations()
        ? judged(Severity.WARNING, SeverityReason.MANY_LOCATIONS, null, burning)
        : judged(
            Severity.NOTICE,
            burning > 0 ? SeverityReason.FEW_LOCATIONS : SeverityReason.SURGE,
            null,
            burning);
  }

  private Judged of(Spike spike, List<Spike> locations, Instant now) {
    boolean crisis =
        switch (spike.watch().dimension()) {
          case BRAND, CHANNEL, TOPIC -> true;
          case LOCATION -> false;
          case REGION -> burnsAsARegion(spike, locations, now);
        };
    int burning = locations.size();
    if (!crisis || spike.signal() != Signal.NEGATIVITY) {
      return judged(Severity.NOTICE, SeverityReason.SURGE, spike, burning);
    }
    if (spike.score() >= policy.criticalScore()) {
      return judged(Severity.CRITICAL, SeverityReason.RARITY, spike, burning);
    }
    return spike.reach() >= policy.criticalReach()
        ? judged(Severity.CRITICAL, SeverityReason.REACH, spike, burning)
        : judged(Severity.WARNING, SeverityReason.NEGATIVITY, spike, burning);
  }

  private Judged judged(
      Severity severity, SeverityReason reason, @Nullable Spike spike, int locations) {
    return new Judged(
        severity,
        new SeverityGrounds(
            reason,
            spike == null ? null : spike.id(),
            spike == null ? 0 : spike.score(),
            spike == null ? 0 : spike.reach(),
            locations,
            policy));
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
