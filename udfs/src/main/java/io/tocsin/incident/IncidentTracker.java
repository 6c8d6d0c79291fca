package io.tocsin.incident;

import io.tocsin.incident.SeverityJudge.Judged;
import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.window.BrandMap;
import io.tocsin.window.Dimension;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Folds the spikes of one brand into one incident. Volume alone is a surge ({@link
 * Severity#NOTICE}); negativity makes it a crisis, by {@link SeverityJudge} and {@link
 * SeverityCourse}. When every spike has ended the incident stands down, and resolves if it stays
 * calm; what flares up soon after reopens it. Locations that go on burning do not keep a crisis
 * going that they alone would not have been: they become a notice of their own.
 *
 * <p>What holds pages back (an acknowledgement, work that is on, a snooze) ends when the incident
 * grows beyond the worst that it has been.
 */
public final class IncidentTracker {
  /**
   * How long whoever was told that it is over has to look again before paging begins anew: a flame
   * that comes back for a moment wakes nobody for the second time.
   */
  static final long REOPENED_QUIET_MILLIS = 5 * 60_000;

  /** How soon an incident that burns is looked at again though nothing is told of it. */
  static final long LOOK_AGAIN_MILLIS = 10_000;

  private final long standDownMillis;
  private final LifePolicy life;
  private final SeverityJudge judge;
  private final SeverityCourse course;
  private final Hush hush;
  private final IncidentFigures figures;
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
    life = policy.life();
    judge = new SeverityJudge(policy.severity(), map);
    course = new SeverityCourse(judge, life.criticalAfterMillis());
    hush = new Hush(judge, life.recordOnly());
    figures = new IncidentFigures(map);
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
    book.forget(at);
    heedWhatGrewThoughDismissed(book, at);
    if (!isCalm(book, at)) {
      book.resolvesAtMillis = Long.MAX_VALUE;
      return onBurning(book, spikes, at);
    }
    Incident incident = book.incident;
    if (incident == null || incident.state() == IncidentState.STANDING_DOWN) {
      return null;
    }
    book.resolvesAtMillis = at.toEpochMilli() + standDownMillis;
    book.crisisSinceMillis = Long.MAX_VALUE;
    book.milderSinceMillis = Long.MAX_VALUE;
    return calm(book, incident, IncidentState.STANDING_DOWN, IncidentChange.STANDING_DOWN, at);
  }

  private static void fold(BrandBook book, Spike spike) {
    book.burning.removeIf(burning -> burning.id().equals(spike.id()));
    if (spike.phase() == SpikePhase.ENDED) {
      book.dismissed.remove(spike.id());
    } else {
      book.burning.add(spike);
    }
  }

  /** A person resolved it as it was; what is worse than it ever was is another matter. */
  private void heedWhatGrewThoughDismissed(BrandBook book, Instant at) {
    if (!book.dismissed.isEmpty() && isWorseThanEver(book, judge.of(book.burning, at).severity())) {
      book.dismissed.clear();
    }
  }

  private static boolean isWorseThanEver(BrandBook book, Severity severity) {
    return book.worst == null || severity.compareTo(book.worst) > 0;
  }

  private boolean isCalm(BrandBook book, Instant now) {
    Incident incident = book.incident;
    List<Spike> alight = book.alight();
    return alight.isEmpty()
        || (incident != null
            && incident.severity() != Severity.NOTICE
            && areOnlyPlaces(alight, now));
  }

  private boolean areOnlyPlaces(List<Spike> burning, Instant now) {
    return burning.stream().allMatch(spike -> spike.watch().dimension() == Dimension.LOCATION)
        && judge.of(burning, now).severity() == Severity.NOTICE;
  }

  private @Nullable Incident onBurning(BrandBook book, List<Spike> spikes, Instant at) {
    Incident incident = book.incident;
    if (incident == null) {
      return open(book, at);
    }
    Judged judged = course.at(book, at);
    if (judged.severity() != incident.severity()) {
      return change(book, incident, judged, at);
    }
    if (incident.state() == IncidentState.STANDING_DOWN) {
      return write(book, incident, judged, restingState(incident), IncidentChange.REOPENED, at);
    }
    return spikes.stream().anyMatch(spike -> figures.isNews(book.alight(), spike))
        ? write(book, incident, judged, incident.state(), IncidentChange.UPDATED, at)
        : null;
  }

  /** Opens an incident, or the one that is just over. */
  private Incident open(BrandBook book, Instant at) {
    Incident over = book.resolved;
    boolean again = over != null && !areOnlyPlaces(book.alight(), at);
    book.resolved = null;
    book.forgottenAtMillis = Long.MAX_VALUE;
    if (again && over != null) {
      return reopen(book, over, at);
    }
    book.worst = null;
    book.dismissed.clear();
    book.taken.removeIf(ack -> !ack.action().silences());
    Judged judged = course.at(book, at);
    book.worst = judged.severity();
    Incident opened = figures.open(book.alight(), judged, at);
    return keep(
        book,
        opened.told(
            IncidentState.OPEN, IncidentChange.OPENED, at, null, hush.at(Handling.NONE, book, at)));
  }

  /** All were told that it is over, so that nobody has it any more. */
  private Incident reopen(BrandBook book, Incident over, Instant at) {
    book.dismissed.clear();
    Judged judged = course.at(book, at);
    boolean worse = isWorseThanEver(book, judged.severity());
    Instant quiet = worse ? null : at.plusMillis(REOPENED_QUIET_MILLIS);
    book.worst = worse ? judged.severity() : book.worst;
    Handling handling = hush.at(over.handling().by(null, null).left().snoozed(quiet), book, at);
    Incident figured = figures.now(over, book.alight(), judged, at);
    return keep(
        book, figured.told(IncidentState.OPEN, IncidentChange.REOPENED, at, null, handling));
  }

  private Incident change(BrandBook book, Incident incident, Judged judged, Instant at) {
    Severity severity = judged.severity();
    book.milderSinceMillis = Long.MAX_VALUE;
    if (severity == Severity.NOTICE) {
      book.crisisSinceMillis = Long.MAX_VALUE;
    }
    boolean rose = severity.compareTo(incident.severity()) > 0;
    IncidentChange what = rose ? IncidentChange.ESCALATED : IncidentChange.EASED;
    if (!isWorseThanEver(book, severity)) {
      return write(book, incident, judged, restingState(incident), what, at);
    }
    book.worst = severity;
    book.acknowledgedAtMillis = Long.MAX_VALUE;
    Incident alone = incident.told(IncidentState.OPEN, what, at, null, incident.handling().left());
    return write(book, alone, judged, IncidentState.OPEN, what, at);
  }

  /** Where it stands while it burns, by who has taken it. */
  private static IncidentState restingState(Incident incident) {
    if (incident.handling().mitigatingBy() != null) {
      return IncidentState.MITIGATING;
    }
    return incident.acknowledgedBy() == null ? IncidentState.OPEN : IncidentState.ACKNOWLEDGED;
  }

  /** When what was told of a spike must be weighed again, if nothing more is told of it. */
  public static Instant weighedAgainAt(Spike spike) {
    return spike.at().plus(SeverityJudge.LASTING);
  }

  /**
   * What time alone has changed: the incident resolves, grows by lasting, is milder, or what held
   * its pages back has ended. Returns one change; to be asked again until there is none.
   */
  public @Nullable Incident onTime(BrandBook book, Instant now) {
    book.forget(now);
    Incident incident = book.incident;
    if (incident == null) {
      return null;
    }
    if (now.toEpochMilli() >= book.resolvesAtMillis) {
      return resolve(book, incident, now);
    }
    return incident.state() == IncidentState.STANDING_DOWN || book.alight().isEmpty()
        ? null
        : onTimeWhileBurning(book, incident, now);
  }

  private @Nullable Incident onTimeWhileBurning(BrandBook book, Incident incident, Instant now) {
    Judged judged = course.at(book, now);
    if (judged.severity() != incident.severity()) {
      return change(book, incident, judged, now);
    }
    Handling handling = incident.handling();
    Instant snoozed = handling.snoozedUntil();
    if (snoozed != null && !now.isBefore(snoozed)) {
      return wake(book, incident, IncidentChange.SNOOZE_ENDED, now);
    }
    if (hasLapsed(book, incident, now)) {
      return wake(book, incident, IncidentChange.ACKNOWLEDGEMENT_LAPSED, now);
    }
    Incident hushed = hush.change(book, incident, now);
    return hushed == null ? null : keep(book, hushed);
  }

  private Incident wake(BrandBook book, Incident incident, IncidentChange what, Instant now) {
    book.acknowledgedAtMillis = Long.MAX_VALUE;
    Handling handling = incident.handling().by(null, null).left().anew();
    return keep(book, incident.told(IncidentState.OPEN, what, now, null, handling));
  }

  private boolean hasLapsed(BrandBook book, Incident incident, Instant now) {
    return incident.state() == IncidentState.ACKNOWLEDGED
        && now.toEpochMilli() >= lapsesAtMillis(book);
  }

  private long lapsesAtMillis(BrandBook book) {
    return life.acknowledgedForMillis() == 0 || book.acknowledgedAtMillis == Long.MAX_VALUE
        ? Long.MAX_VALUE
        : book.acknowledgedAtMillis + life.acknowledgedForMillis();
  }

  private Incident resolve(BrandBook book, Incident incident, Instant now) {
    Incident over = calm(book, incident, IncidentState.RESOLVED, IncidentChange.RESOLVED, now);
    book.close(over, now.toEpochMilli() + life.reopenMillis());
    book.forget(now);
    return over;
  }

  /** Opens a notice for locations that burn on when a crisis was resolved; returns it if so. */
  public @Nullable Incident onLeftBurning(BrandBook book, Instant now) {
    return book.incident == null && !book.alight().isEmpty() ? open(book, now) : null;
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

  /**
   * When to ask {@link #onTime} if nothing happens before, epoch milliseconds; {@link
   * Long#MAX_VALUE} for never.
   */
  public long dueMillis(BrandBook book, Instant now) {
    LongStream always =
        LongStream.of(hush.dueMillis(book, now), book.resolvesAtMillis, book.forgetsAtMillis());
    LongStream ofIncident = book.incident == null ? LongStream.empty() : dues(book, book.incident);
    // Each by itself: what is past by now must not hide what is to come.
    return LongStream.concat(always, ofIncident)
        .filter(millis -> millis > now.toEpochMilli())
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** The same, or sooner while an incident burns: the plan may be another then. */
  public long nextLookMillis(BrandBook book, Instant now) {
    long due = dueMillis(book, now);
    Incident incident = book.incident;
    return incident == null || incident.state() == IncidentState.STANDING_DOWN
        ? due
        : Math.min(due, (now.toEpochMilli() / LOOK_AGAIN_MILLIS + 1) * LOOK_AGAIN_MILLIS);
  }

  private LongStream dues(BrandBook book, Incident incident) {
    if (incident.state() == IncidentState.STANDING_DOWN) {
      return LongStream.empty();
    }
    Instant snoozed = incident.handling().snoozedUntil();
    long wakes = snoozed == null ? Long.MAX_VALUE : snoozed.toEpochMilli();
    boolean lapses = incident.state() == IncidentState.ACKNOWLEDGED;
    return LongStream.concat(
        LongStream.of(wakes, lapses ? lapsesAtMillis(book) : Long.MAX_VALUE), course.dues(book));
  }

  private Incident write(
      BrandBook book,
      Incident before,
      Judged judged,
      IncidentState state,
      IncidentChange what,
      Instant at) {
    Handling handling = hush.at(before.handling().by(null, null), book, at);
    Incident now = figures.now(before, book.alight(), judged, at);
    return keep(book, now.told(state, what, at, before.acknowledgedBy(), handling));
  }

  private Incident calm(
      BrandBook book, Incident incident, IncidentState state, IncidentChange what, Instant at) {
    return keep(book, incident.calm(state, what, at, IncidentFigures.idsOf(book.alight())));
  }

  private Incident keep(BrandBook book, Incident incident) {
    Incident decided = incident.decidedBy(planVersion);
    book.incident = decided;
    return decided;
  }
}
