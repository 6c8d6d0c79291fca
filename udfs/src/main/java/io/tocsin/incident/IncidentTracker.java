package io.tocsin.incident;

import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.window.Dimension;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Folds the spikes of one brand into one incident. Volume alone is a surge ({@link
 * Severity#NOTICE}); negativity makes it a crisis. Severity only rises while an incident is on.
 * When every spike has ended the incident stands down, and resolves if it stays calm.
 */
public final class IncidentTracker {
  private static final Comparator<Spike> STRONGEST_FIRST =
      Comparator.comparing((Spike spike) -> spike.signal() != Signal.NEGATIVITY)
          .thenComparing(spike -> spike.watch().dimension() != Dimension.BRAND)
          .thenComparing(spike -> -spike.score())
          .thenComparing(Spike::id);

  private final SeverityPolicy policy;

  /** Tracks by this policy. */
  public IncidentTracker(SeverityPolicy policy) {
    this.policy = policy;
  }

  /**
   * Takes what was told of the brand's spikes at one moment, at least one; returns the incident if
   * it changed. However many spikes there are, it changes once.
   */
  public @Nullable Incident onSpikes(BrandBook book, List<Spike> spikes) {
    spikes.forEach(spike -> fold(book, spike));
    Instant at = spikes.get(0).at();
    Incident incident = book.incident;
    if (!book.burning.isEmpty()) {
      book.resolvesAtMillis = Long.MAX_VALUE;
      return onBurning(book, spikes, at);
    }
    if (incident == null || incident.state() == IncidentState.STANDING_DOWN) {
      return null;
    }
    book.resolvesAtMillis = at.toEpochMilli() + policy.standDownMillis();
    return write(book, IncidentState.STANDING_DOWN, IncidentChange.STANDING_DOWN, at);
  }

  private static void fold(BrandBook book, Spike spike) {
    book.burning.removeIf(burning -> burning.id().equals(spike.id()));
    if (spike.phase() != SpikePhase.ENDED) {
      book.burning.add(spike);
    }
  }

  private @Nullable Incident onBurning(BrandBook book, List<Spike> spikes, Instant at) {
    Incident incident = book.incident;
    if (incident == null) {
      return write(book, IncidentState.OPEN, IncidentChange.OPENED, at);
    }
    if (severity(book).compareTo(incident.severity()) > 0) {
      return write(book, IncidentState.OPEN, IncidentChange.ESCALATED, at);
    }
    if (incident.state() == IncidentState.STANDING_DOWN) {
      IncidentState state =
          incident.acknowledgedBy() == null ? IncidentState.OPEN : IncidentState.ACKNOWLEDGED;
      return write(book, state, IncidentChange.REOPENED, at);
    }
    return spikes.stream().anyMatch(spike -> isNews(book, spike))
        ? write(book, incident.state(), IncidentChange.UPDATED, at)
        : null;
  }

  /** Of what goes on burning, only the strongest says anything new: the figures are its own. */
  private static boolean isNews(BrandBook book, Spike spike) {
    return spike.phase() != SpikePhase.ONGOING
        || spike.equals(Collections.min(book.burning, STRONGEST_FIRST));
  }

  /**
   * A person takes the incident; returns the incident if that changed anything. An acknowledgement
   * of another incident, or of one that is taken already, changes nothing.
   */
  public @Nullable Incident onAck(BrandBook book, Ack ack, Instant now) {
    Incident incident = book.incident;
    if (incident == null
        || !incident.id().equals(ack.incidentId())
        || incident.acknowledgedBy() != null) {
      return null;
    }
    IncidentState state =
        incident.state() == IncidentState.OPEN ? IncidentState.ACKNOWLEDGED : incident.state();
    book.incident = incident.acknowledged(ack.by(), state, now);
    return book.incident;
  }

  /** Resolves the incident if its time has come; returns it if so. */
  public @Nullable Incident onTime(BrandBook book, Instant now) {
    if (book.incident == null || now.toEpochMilli() < book.resolvesAtMillis) {
      return null;
    }
    Incident resolved = write(book, IncidentState.RESOLVED, IncidentChange.RESOLVED, now);
    book.incident = null;
    book.resolvesAtMillis = Long.MAX_VALUE;
    return resolved;
  }

  private Severity severity(BrandBook book) {
    Severity severity = book.incident == null ? Severity.NOTICE : book.incident.severity();
    for (Spike spike : book.burning) {
      Severity own = severity(spike);
      severity = own.compareTo(severity) > 0 ? own : severity;
    }
    return severity;
  }

  private Severity severity(Spike spike) {
    if (spike.signal() != Signal.NEGATIVITY) {
      return Severity.NOTICE;
    }
    boolean critical =
        spike.score() >= policy.criticalScore() || spike.reach() >= policy.criticalReach();
    return critical ? Severity.CRITICAL : Severity.WARNING;
  }

  /**
   * The incident as of now: its figures are those of the strongest spike that burns, or the last
   * known.
   */
  private Incident write(BrandBook book, IncidentState state, IncidentChange change, Instant at) {
    Incident before = book.incident;
    List<Spike> strongest = book.burning.stream().sorted(STRONGEST_FIRST).toList();
    Incident now =
        strongest.isEmpty()
            ? Objects.requireNonNull(before).calm(state, change, at)
            : burning(book, before, strongest, state, change, at);
    book.incident = now;
    return now;
  }

  private Incident burning(
      BrandBook book,
      @Nullable Incident before,
      List<Spike> strongest,
      IncidentState state,
      IncidentChange change,
      Instant at) {
    Spike spike = strongest.get(0);
    String brand = spike.watch().brand();
    boolean grown = change == IncidentChange.ESCALATED;
    return new Incident(
        before == null ? brand + "-" + at : before.id(),
        brand,
        state,
        severity(book),
        change,
        at,
        before == null ? at : before.openedAt(),
        before == null ? earliest(strongest) : before.since(),
        spike.observed(),
        spike.expected(),
        spike.score(),
        spike.mentions(),
        spike.negativeShare(),
        spike.usualNegativeShare(),
        spike.reach(),
        strongest.stream().map(Spike::id).sorted().toList(),
        channels(strongest),
        spike.examples(),
        spike.evidence(),
        spike.why(),
        before == null || grown ? null : before.acknowledgedBy());
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
