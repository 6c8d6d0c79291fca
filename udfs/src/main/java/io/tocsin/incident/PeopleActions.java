package io.tocsin.incident;

import io.tocsin.window.BrandMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets people act on a brand's incident. Every action is answered, done or not; the same record a
 * second time changes nothing.
 */
final class PeopleActions {
  /** Longer than that, an incident is resolved or the plan is changed. */
  static final Duration LONGEST_SNOOZE = Duration.ofDays(7);

  /** Longer than that, it belongs into the plan. */
  static final Duration LONGEST_SILENCE = Duration.ofDays(31);

  private final LifePolicy life;
  private final Hush hush;
  private final String planVersion;

  /**
   * Acts by this policy.
   *
   * @param planVersion names the plan that it is of, in every decision
   */
  PeopleActions(IncidentPolicy policy, String planVersion) {
    this.planVersion = planVersion;
    life = policy.life();
    BrandMap map = new BrandMap(policy.tree());
    hush = new Hush(new SeverityJudge(policy.severity(), map), life.recordOnly());
  }

  /** Takes what a person did, unless it makes no sense. */
  ActionResult take(BrandBook book, Ack ack, Instant now) {
    AckAnswer answer = answer(book, ack, now);
    if (canComeAgain(ack, answer, now)) {
      book.take(ack);
    }
    return new ActionResult(
        AckReceipt.of(ack, answer, now), answer == AckAnswer.TAKEN ? change(book, ack, now) : null);
  }

  /**
   * Whether the same record could do anything later: also one that is refused could, when things
   * have changed. An end of a silence cannot, since it ends none that is younger.
   */
  private static boolean canComeAgain(Ack ack, AckAnswer answer, Instant now) {
    Instant until = ack.until();
    return switch (answer) {
      case REPEATED, UNKNOWN_INCIDENT, NO_END, END_PASSED, END_TOO_FAR, FOREIGN_WATCH -> false;
      default ->
          !ack.action().silences()
              || (ack.action() == AckAction.SILENCE && until != null && until.isAfter(now));
    };
  }

  private @Nullable Incident change(BrandBook book, Ack ack, Instant now) {
    return ack.action().silences()
        ? silence(book, ack, now)
        : act(book, Objects.requireNonNull(book.incident), ack, now);
  }

  private static AckAnswer answer(BrandBook book, Ack ack, Instant now) {
    if (book.taken.contains(ack)) {
      return AckAnswer.REPEATED;
    }
    if (ack.action().silences()) {
      return answerOfSilence(book, ack, now);
    }
    Incident incident = book.incident;
    if (incident == null || !incident.id().equals(ack.incidentId())) {
      return isOver(book, ack) ? AckAnswer.ALREADY_RESOLVED : AckAnswer.UNKNOWN_INCIDENT;
    }
    return answer(incident, ack, now);
  }

  private static boolean isOver(BrandBook book, Ack ack) {
    return book.resolved != null && book.resolved.id().equals(ack.incidentId());
  }

  private static AckAnswer answer(Incident incident, Ack ack, Instant now) {
    Handling handling = incident.handling();
    boolean taken = incident.acknowledgedBy() != null;
    return switch (ack.action()) {
      case ACKNOWLEDGE -> taken ? AckAnswer.ALREADY_SO : AckAnswer.TAKEN;
      case MITIGATE -> handling.mitigatingBy() != null ? AckAnswer.ALREADY_SO : AckAnswer.TAKEN;
      case RELEASE ->
          taken || handling.snoozedUntil() != null ? AckAnswer.TAKEN : AckAnswer.NOT_TAKEN;
      case SNOOZE -> answerOfEnd(ack, handling.snoozedUntil(), now, LONGEST_SNOOZE);
      case RESOLVE -> AckAnswer.TAKEN;
      case SILENCE, UNSILENCE, MERGE, SPLIT -> throw notOfOneIncident(ack);
    };
  }

  private static AckAnswer answerOfSilence(BrandBook book, Ack ack, Instant now) {
    if (ack.watch() != null && !(ack.watch() + "/").startsWith(ack.brand() + "/")) {
      return AckAnswer.FOREIGN_WATCH;
    }
    Silence before = silenceOf(book, ack);
    if (ack.action() == AckAction.UNSILENCE) {
      boolean younger = before == null || ack.at().isBefore(before.since());
      return younger ? AckAnswer.NOT_SILENCED : AckAnswer.TAKEN;
    }
    return answerOfEnd(ack, before == null ? null : before.until(), now, LONGEST_SILENCE);
  }

  private static AckAnswer answerOfEnd(
      Ack ack, @Nullable Instant before, Instant now, Duration longest) {
    Instant end = ack.until();
    if (end == null) {
      return AckAnswer.NO_END;
    }
    if (!end.isAfter(now)) {
      return AckAnswer.END_PASSED;
    }
    // Not from now on: the same record must have the same answer later.
    if (end.isAfter(ack.at().plus(longest))) {
      return AckAnswer.END_TOO_FAR;
    }
    return end.equals(before) ? AckAnswer.ALREADY_SO : AckAnswer.TAKEN;
  }

  private static @Nullable Silence silenceOf(BrandBook book, Ack ack) {
    return book.silences.stream()
        .filter(
            silence ->
                watchOf(ack.watch(), ack.brand()).equals(watchOf(silence.watch(), ack.brand())))
        .findFirst()
        .orElse(null);
  }

  /** The brand's own watch is the brand. */
  private static String watchOf(@Nullable String watch, String brand) {
    return watch == null ? brand : watch;
  }

  private @Nullable Incident silence(BrandBook book, Ack ack, Instant now) {
    Silence before = silenceOf(book, ack);
    book.silences.remove(before);
    Instant until = ack.until();
    if (ack.action() == AckAction.SILENCE && until != null) {
      book.silences.add(new Silence(ack.watch(), ack.at(), until, ack.by(), ack.why()));
    }
    Incident incident = book.incident;
    if (incident == null || incident.state() == IncidentState.STANDING_DOWN) {
      return null;
    }
    Incident hushed = hush.change(book, incident, now);
    if (hushed == null) {
      return null;
    }
    Handling byPerson = hushed.handling().by(ack.by(), ack.why());
    book.incident =
        hushed
            .told(hushed.state(), hushed.change(), now, hushed.acknowledgedBy(), byPerson)
            .decidedBy(planVersion);
    return book.incident;
  }

  private Incident act(BrandBook book, Incident incident, Ack ack, Instant now) {
    Handling handling = incident.handling().by(ack.by(), ack.why());
    String holder = incident.acknowledgedBy();
    Incident next =
        switch (ack.action()) {
          case ACKNOWLEDGE ->
              incident.told(
                  unlessCalm(incident, IncidentState.ACKNOWLEDGED),
                  IncidentChange.ACKNOWLEDGED,
                  now,
                  ack.by(),
                  handling.snoozed(null));
          case MITIGATE ->
              incident.told(
                  unlessCalm(incident, IncidentState.MITIGATING),
                  IncidentChange.MITIGATING,
                  now,
                  holder == null ? ack.by() : holder,
                  handling.mitigating(ack.by()).snoozed(null));
          case RELEASE ->
              incident.told(
                  unlessCalm(incident, IncidentState.OPEN),
                  IncidentChange.RELEASED,
                  now,
                  null,
                  handling.left().anew());
          case SNOOZE ->
              incident.told(
                  incident.state(),
                  IncidentChange.SNOOZED,
                  now,
                  holder,
                  handling.snoozed(ack.until()));
          case RESOLVE ->
              incident.told(IncidentState.RESOLVED, IncidentChange.RESOLVED, now, holder, handling);
          case SILENCE, UNSILENCE, MERGE, SPLIT -> throw notOfOneIncident(ack);
        };
    Incident decided = next.decidedBy(planVersion);
    keep(book, decided, ack.action());
    return decided;
  }

  private static IncidentState unlessCalm(Incident incident, IncidentState state) {
    return incident.state() == IncidentState.STANDING_DOWN ? IncidentState.STANDING_DOWN : state;
  }

  private void keep(BrandBook book, Incident next, AckAction action) {
    book.incident = next;
    if (action == AckAction.ACKNOWLEDGE || action == AckAction.RELEASE) {
      boolean taken = next.acknowledgedBy() != null;
      book.acknowledgedAtMillis = taken ? next.at().toEpochMilli() : Long.MAX_VALUE;
    }
    if (action == AckAction.RESOLVE) {
      // What still burns is dismissed: it alone reopens nothing unless it grows.
      book.dismissed = new ArrayList<>(IncidentFigures.idsOf(book.burning));
      book.close(next, next.at().toEpochMilli() + life.reopenMillis());
      book.forget(next.at());
    }
  }

  private static IllegalArgumentException notOfOneIncident(Ack ack) {
    return new IllegalArgumentException("not of one incident: " + ack.action());
  }
}
