package io.tocsin.incident;

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

/**
 * Folds the spikes of one brand into one incident. Volume alone is a surge ({@link
 * Severity#NOTICE}); negativity makes it a crisis, by {@link SeverityJudge}. Severity only rises
 * while an incident is on. When every spike has ended the incident stands down, and resolves if it
 * stays calm. Locations that go on burning do not keep a crisis going that they alone would not
 * have been: they become a notice of their own.
 */
public final class IncidentTracker {
  private static final Comparator<Spike> STRONGEST_FIRST =
      Comparator.comparing((Spike spike) -> spike.signal() != Signal.NEGATIVITY)
          .thenComparing(spike -> width(spike.watch().dimension()))
          .thenComparing(spike -> -spike.score())
          .thenComparing(Spike::id);

  private final long standDownMillis;
  private final SeverityJudge judge;
  private final BurningPartsFinder parts;
  private final String planVersion;

  /**
   * Tracks by this policy.
   *
   * @param planVersion names the plan that it is of, in every decision
   */
  public IncidentTracker(IncidentPolicy policy, String planVersion) {
    this.planVersion = planVersion;
    BrandMap map = new BrandMap(policy.tree());
    standDownMillis = policy.severity().standDownMillis();
    judge = new SeverityJudge(policy.severity(), map);
    parts = new BurningPartsFinder(map);
  }

  /**
   * Takes what was told of the brand's spikes at one moment, at least one; returns the incident if
   * it changed. However many spikes there are, it changes once. A silence is none of its business:
   * it is told by its spike and by nothing else.
   */
  public @Nullable Incident onSpikes(BrandBook book, List<Spike> told) {
    List<Spike> spikes = told.stream().filter(spike -> spike.signal() != Signal.SILENCE).toList();
    if (spikes.isEmpty()) {
      return null;
    }
    spikes.forEach(spike -> fold(book, spike));
    Instant at = spikes.get(0).at();
    Incident incident = book.incident;
    if (!isCalm(book, at)) {
      book.resolvesAtMillis = Long.MAX_VALUE;
      return onBurning(book, spikes, at);
    }
    if (incident == null || incident.state() == IncidentState.STANDING_DOWN) {
      return null;
    }
    book.resolvesAtMillis = at.toEpochMilli() + standDownMillis;
    return write(book, IncidentState.STANDING_DOWN, IncidentChange.STANDING_DOWN, at);
  }

  private static void fold(BrandBook book, Spike spike) {
    book.burning.removeIf(burning -> burning.id().equals(spike.id()));
    if (spike.phase() != SpikePhase.ENDED) {
      book.burning.add(spike);
    }
  }

  private boolean isCalm(BrandBook book, Instant now) {
    Incident incident = book.incident;
    return book.burning.isEmpty()
        || (incident != null
            && incident.severity() != Severity.NOTICE
            && book.burning.stream()
                .allMatch(spike -> spike.watch().dimension() == Dimension.LOCATION)
            && judge.of(book.burning, now).severity() == Severity.NOTICE);
  }

  private @Nullable Incident onBurning(BrandBook book, List<Spike> spikes, Instant at) {
    Incident incident = book.incident;
    if (incident == null) {
      return write(book, IncidentState.OPEN, IncidentChange.OPENED, at);
    }
    if (severity(book, at).compareTo(incident.severity()) > 0) {
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
    book.incident = incident.acknowledged(ack.by(), state, now, planVersion);
    return book.incident;
  }

  /** When what was told of a spike must be weighed again, if nothing more is told of it. */
  public static Instant weighedAgainAt(Spike spike) {
    return spike.at().plus(SeverityJudge.LASTING);
  }

  /**
   * Resolves the incident if its time has come, or escalates it if what burns has lasted long
   * enough; returns it if so.
   */
  public @Nullable Incident onTime(BrandBook book, Instant now) {
    if (book.incident == null) {
      return null;
    }
    if (now.toEpochMilli() < book.resolvesAtMillis) {
      return severity(book, now).compareTo(book.incident.severity()) > 0
          ? write(book, IncidentState.OPEN, IncidentChange.ESCALATED, now)
          : null;
    }
    Incident resolved = write(book, IncidentState.RESOLVED, IncidentChange.RESOLVED, now);
    book.incident = null;
    book.resolvesAtMillis = Long.MAX_VALUE;
    return resolved;
  }

  /** Opens a notice for locations that burn on when a crisis was resolved; returns it if so. */
  public @Nullable Incident onLeftBurning(BrandBook book, Instant now) {
    return book.incident == null && !book.burning.isEmpty()
        ? write(book, IncidentState.OPEN, IncidentChange.OPENED, now)
        : null;
  }

  /**
   * Ends the incident of a brand that the plan no longer has; returns it if one was on.
   *
   * @param planVersion names that plan
   */
  public static @Nullable Incident onBrandGone(BrandBook book, String planVersion, Instant now) {
    Incident incident = book.incident;
    if (incident == null) {
      return null;
    }
    return incident.withdrawn(now.isBefore(incident.at()) ? incident.at() : now, planVersion);
  }

  private Severity severity(BrandBook book, Instant now) {
    Severity burning = judge.of(book.burning, now).severity();
    Incident incident = book.incident;
    return incident != null && incident.severity().compareTo(burning) > 0
        ? incident.severity()
        : burning;
  }

  /**
   * The incident as of now: its figures are those of the strongest spike that burns, or the last
   * known.
   */
  private Incident write(BrandBook book, IncidentState state, IncidentChange change, Instant at) {
    Incident before = book.incident;
    List<Spike> strongest = strongestFirst(book);
    boolean over = state == IncidentState.STANDING_DOWN || state == IncidentState.RESOLVED;
    Incident now =
        over
            ? Objects.requireNonNull(before).calm(state, change, at, idsOf(strongest), planVersion)
            : burning(book, before, strongest, state, change, at);
    book.incident = now;
    return now;
  }

  private static List<Spike> strongestFirst(BrandBook book) {
    return book.burning.stream().sorted(STRONGEST_FIRST).toList();
  }

  private static List<String> idsOf(List<Spike> spikes) {
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

  private Incident burning(
      BrandBook book,
      @Nullable Incident before,
      List<Spike> strongest,
      IncidentState state,
      IncidentChange change,
      Instant at) {
    Spike spike = strongest.get(0);
    String brand = spike.watch().brand();
    Drill drill = spike.watch().drill();
    boolean grown = change == IncidentChange.ESCALATED;
    return new Incident(
        before == null ? IncidentBookKey.incidentId(brand, drill, at) : before.id(),
        brand,
        state,
        severity(book, at),
        change,
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
        before == null || grown ? null : before.acknowledgedBy(),
        drill,
        planVersion,
        grounds(book, before, at),
        spike.id());
  }

  /** Severity only rises, so what raised it last stands. */
  private @Nullable SeverityGrounds grounds(
      BrandBook book, @Nullable Incident before, Instant now) {
    SeverityJudge.Judged judged = judge.of(book.burning, now);
    return before == null || judged.severity().compareTo(before.severity()) > 0
        ? judged.grounds()
        : before.grounds();
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
