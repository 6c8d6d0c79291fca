package io.tocsin.deploy.desk;

import io.tocsin.incident.Ack;
import io.tocsin.incident.AckAction;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a person wants is written down. The job that tracks the incident judges it again, by
 * what it then knows, and answers in the topic of receipts.
 *
 * @param reason why or why not
 * @param detail the same in words, with the value that decided
 * @param ack what to write; null unless {@link Reason#ACCEPTED}
 */
record ActionVerdict(Reason reason, String detail, @Nullable Ack ack) {
  /** The longest reason that a person gives, in UTF-16 units. */
  static final int MAX_WHY_CHARS = 500;

  private static final Pattern BRAND = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  /** Why it is written or not, and what HTTP calls it. */
  enum Reason {
    ACCEPTED(202),
    BAD_REQUEST(400),
    BAD_NAME(400),
    BAD_ACTION(400),
    BAD_WHY(400),
    /** It has no end, or one that has passed. */
    BAD_END(400),
    BAD_BRAND(400),
    UNKNOWN_INCIDENT(404),
    /** The incident to merge into is not going on. */
    UNKNOWN_LEADER(404),
    ALREADY_RESOLVED(409);

    private final int status;

    Reason(int status) {
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /** Judges what is wanted of an incident. */
  static ActionVerdict ofIncident(
      Happenings happenings, String incidentId, ActionWish wish, Instant now) {
    AckAction action = action(wish);
    if (action == null || action.silences()) {
      return badAction(wish, false);
    }
    ActionVerdict fault = faultOf(wish, action == AckAction.SNOOZE, now);
    if (fault != null) {
      return fault;
    }
    IncidentCard card = happenings.open(incidentId);
    if (card == null) {
      return happenings.isResolved(incidentId)
          ? refused(Reason.ALREADY_RESOLVED, "resolved already: " + incidentId)
          : refused(Reason.UNKNOWN_INCIDENT, "no such incident: " + incidentId);
    }
    String into = wish.into();
    boolean merges = action == AckAction.MERGE;
    if (merges && (into == null || into.equals(incidentId) || happenings.open(into) == null)) {
      return refused(Reason.UNKNOWN_LEADER, "no other incident that is going on: " + into);
    }
    return accepted(incidentId, card.incident().brand(), action, wish, now);
  }

  /** Judges what is wanted of a brand, whether or not an incident is on. */
  static ActionVerdict ofBrand(String brand, ActionWish wish, Instant now) {
    AckAction action = action(wish);
    if (action == null || !action.silences()) {
      return badAction(wish, true);
    }
    if (!BRAND.matcher(brand).matches()) {
      return refused(Reason.BAD_BRAND, "not a brand's key");
    }
    ActionVerdict fault = faultOf(wish, action == AckAction.SILENCE, now);
    return fault == null ? accepted(brand, brand, action, wish, now) : fault;
  }

  private static @Nullable AckAction action(ActionWish wish) {
    String word = wish.action() == null ? "" : wish.action();
    return Stream.of(AckAction.values())
        .filter(action -> action.name().equalsIgnoreCase(word))
        .findFirst()
        .orElse(null);
  }

  private static ActionVerdict badAction(ActionWish wish, boolean ofBrand) {
    String known =
        Stream.of(AckAction.values())
            .filter(action -> action.silences() == ofBrand)
            .map(action -> action.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return refused(Reason.BAD_ACTION, "action is none of " + known + ": " + wish.action());
  }

  private static @Nullable ActionVerdict faultOf(ActionWish wish, boolean ends, Instant now) {
    String name = AckVerdict.faultOfName(name(wish));
    if (name != null) {
      return refused(Reason.BAD_NAME, name);
    }
    String why = wish.why();
    if (why != null
        && (why.length() > MAX_WHY_CHARS || why.chars().anyMatch(Character::isISOControl))) {
      return refused(
          Reason.BAD_WHY,
          "why is longer than " + MAX_WHY_CHARS + " characters or has control characters");
    }
    Instant until = wish.until();
    return ends && (until == null || !until.isAfter(now))
        ? refused(Reason.BAD_END, "until is not ahead: " + until)
        : null;
  }

  private static String name(ActionWish wish) {
    return wish.by() == null ? "" : wish.by().strip();
  }

  private static ActionVerdict accepted(
      String id, String brand, AckAction action, ActionWish wish, Instant now) {
    Ack ack =
        new Ack(
            id,
            brand,
            name(wish),
            now,
            action,
            wish.until(),
            wish.watch(),
            wish.into(),
            wish.why());
    return new ActionVerdict(Reason.ACCEPTED, "written down; the job answers", ack);
  }

  static ActionVerdict refused(Reason reason, String detail) {
    return new ActionVerdict(reason, detail, null);
  }
}
