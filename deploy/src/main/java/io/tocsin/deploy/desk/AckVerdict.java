package io.tocsin.deploy.desk;

import io.tocsin.incident.Ack;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person may take an incident.
 *
 * @param reason why or why not
 * @param detail the same in words, with the value that decided
 * @param ack what to write; null unless {@link Reason#ACCEPTED}
 */
record AckVerdict(Reason reason, String detail, @Nullable Ack ack) {
  /** The longest name, in UTF-16 units. */
  static final int MAX_NAME_CHARS = 80;

  /** Why an acknowledgement is taken or not, and what HTTP calls it. */
  enum Reason {
    ACCEPTED(202),
    BAD_NAME(400),
    UNKNOWN_INCIDENT(404),
    ALREADY_ACKNOWLEDGED(409),
    ALREADY_RESOLVED(409),
    /** This person has taken it by the same link, or by an earlier one. */
    ALREADY_YOURS(200),
    /** The link of a page about a milder incident. */
    OUTGROWN(409),
    LINK_EXPIRED(410),
    BAD_LINK(403),
    /** The desk has no key to tell good links from bad ones. */
    NO_LINKS(404),
    /** The desk does not read what is going on. */
    NOT_READY(503),
    /** The broker did not take it. */
    NOT_WRITTEN(503);

    private final int status;

    Reason(int status) {
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /**
   * Judges a wish to take an incident.
   *
   * @param happenings what is going on
   * @param incidentId which incident
   * @param by the person's name as typed; null where the request had none
   * @param now wall-clock time of the wish
   */
  static AckVerdict judge(
      Happenings happenings, String incidentId, @Nullable String by, Instant now) {
    String name = by == null ? "" : by.strip();
    String fault = faultOfName(name);
    if (fault != null) {
      return refused(Reason.BAD_NAME, fault);
    }
    IncidentCard card = happenings.open(incidentId);
    return card == null ? absent(happenings, incidentId) : judge(card, name, now);
  }

  /** What is wrong with a person's name, without the white space around it; null for nothing. */
  static @Nullable String faultOfName(String name) {
    if (name.isEmpty()) {
      return "by is empty: say who takes the incident";
    }
    return name.length() > MAX_NAME_CHARS || name.chars().anyMatch(Character::isISOControl)
        ? "by is longer than " + MAX_NAME_CHARS + " characters or has control characters"
        : null;
  }

  private static AckVerdict judge(IncidentCard card, String name, Instant now) {
    Incident incident = card.incident();
    if (card.takenBy() != null || incident.state() == IncidentState.ACKNOWLEDGED) {
      return refused(Reason.ALREADY_ACKNOWLEDGED, "acknowledged already by " + card.takenBy());
    }
    Ack ack = new Ack(incident.id(), incident.brand(), name, now);
    return new AckVerdict(Reason.ACCEPTED, "acknowledged by " + name, ack);
  }

  private static AckVerdict absent(Happenings happenings, String incidentId) {
    return happenings.isResolved(incidentId)
        ? refused(Reason.ALREADY_RESOLVED, "resolved already: " + incidentId)
        : refused(Reason.UNKNOWN_INCIDENT, "no such incident: " + incidentId);
  }

  static AckVerdict refused(Reason reason, String detail) {
    return new AckVerdict(reason, detail, null);
  }
}
