package io.tocsin.incident;

import io.tocsin.incident.SeverityJudge.Judged;
import io.tocsin.mention.Drill;
import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.window.BrandMap;
import io.tocsin.window.Dimension;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The figures of an incident: those of the strongest spike that burns. */
final class IncidentFigures {
  private static final Comparator<Spike> STRONGEST_FIRST =
      Comparator.comparing((Spike spike) -> spike.signal() != Signal.NEGATIVITY)
          .thenComparing(spike -> width(spike.watch().dimension()))
          .thenComparing(spike -> -spike.score())
          .thenComparing(Spike::id);

  private final BurningPartsFinder parts;

  IncidentFigures(BrandMap map) {
    parts = new BurningPartsFinder(map);
  }

  /** A new incident, open. */
  Incident open(List<Spike> burning, Judged judged, Instant at) {
    return of(null, burning, judged, at);
  }

  /** The same incident with the figures of now. */
  Incident now(Incident before, List<Spike> burning, Judged judged, Instant at) {
    return of(before, burning, judged, at);
  }

  /** Of what goes on burning, only the strongest says anything new: the figures are its own. */
  boolean isNews(List<Spike> burning, Spike spike) {
    return spike.phase() != SpikePhase.ONGOING
        || spike.equals(Collections.min(burning, STRONGEST_FIRST));
  }

  /** The ids of spikes, sorted. */
  static List<String> idsOf(List<Spike> spikes) {
    return spikes.stream().map(Spike::id).sorted().toList();
  }

  /** The whole brand first, one place last. */
  private static int width(Dimension dimension) {
    return switch (dimension) {
      case BRAND -> 0;
      case CHANNEL, REGION, TOPIC -> 1;
      case LOCATION -> 2;
    };
  }

  private Incident of(@Nullable Incident before, List<Spike> burning, Judged judged, Instant at) {
    List<Spike> strongest = burning.stream().sorted(STRONGEST_FIRST).toList();
    Spike spike = strongest.get(0);
    String brand = spike.watch().brand();
    Drill drill = spike.watch().drill();
    return new Incident(
        before == null ? IncidentBookKey.incidentId(brand, drill, at) : before.id(),
        brand,
        before == null ? IncidentState.OPEN : before.state(),
        judged.severity(),
        before == null ? IncidentChange.OPENED : before.change(),
        at,
        before == null ? at : before.openedAt(),
        before == null || before.mentions() == 0 ? earliest(strongest) : before.since(),
        spike.observed(),
        spike.expected(),
        spike.score(),
        spike.mentions(),
        spike.negativeShare(),
        spike.usualNegativeShare(),
        spike.reach(),
        idsOf(strongest),
        channels(strongest),
        parts.of(strongest),
        spike.examples(),
        spike.evidence(),
        spike.why(),
        before == null ? null : before.acknowledgedBy(),
        drill,
        before == null ? null : before.planVersion(),
        grounds(before, judged),
        spike.id(),
        before == null ? Handling.NONE : before.handling());
  }

  /** What it reached its severity by stands while it is as bad. */
  private static @Nullable SeverityGrounds grounds(@Nullable Incident before, Judged judged) {
    return before != null
            && before.state() != IncidentState.RESOLVED
            && before.severity() == judged.severity()
        ? before.grounds()
        : judged.grounds();
  }

  private static Instant earliest(List<Spike> spikes) {
    return spikes.stream().map(Spike::since).min(Comparator.naturalOrder()).orElseThrow();
  }

  private static List<String> channels(List<Spike> spikes) {
    return spikes.stream()
        .filter(spike -> spike.watch().dimension() == Dimension.CHANNEL)
        .map(spike -> Objects.requireNonNull(spike.watch().value()))
        .distinct()
        .sorted()
        .toList();
  }
}
