package io.tocsin.deploy.desk;

import io.tocsin.incident.Ack;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    ALREADY_RESOLVED(409);

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
    if (name.isEmpty()) {
      return refused(Reason.BAD_NAME, "by is empty: say who takes the incident");
    }
    if (name.length() > MAX_NAME_CHARS || name.chars().anyMatch(Character::isISOControl)) {
      return refused(
          Reason.BAD_NAME,
          "by is longer than " + MAX_NAME_CHARS + " characters or has control characters");
    }
    return find(happenings.incidents(), incidentId)
        .map(card -> judge(card, name, now))
        .orElseGet(() -> absent(happenings, incidentId));
  }

  private static AckVerdict judge(IncidentCard card, String name, Instant now) {
    Incident incident = card.incident();
    if (incident.acknowledgedBy() != null || incident.state() == IncidentState.ACKNOWLEDGED) {
      return refused(
          Reason.ALREADY_ACKNOWLEDGED, "acknowledged already by " + incident.acknowledgedBy());
    }
    if (card.ack() != null) {
      return refused(Reason.ALREADY_ACKNOWLEDGED, "acknowledged already by " + card.ack().by());
    }
    Ack ack = new Ack(incident.id(), incident.brand(), name, now);
    return new AckVerdict(Reason.ACCEPTED, "acknowledged by " + name, ack);
  }

  private static AckVerdict absent(Happenings happenings, String incidentId) {
    return find(happenings.resolved(), incidentId).isPresent()
        ? refused(Reason.ALREADY_RESOLVED, "resolved already: " + incidentId)
        : refused(Reason.UNKNOWN_INCIDENT, "no such incident: " + incidentId);
  }

  private static Optional<IncidentCard> find(List<IncidentCard> cards, String incidentId) {
    return cards.stream().filter(card -> card.incident().id().equals(incidentId)).findFirst();
  }

  private static AckVerdict refused(Reason reason, String detail) {
    return new AckVerdict(reason, detail, null);
  }
}
