package io.tocsin.deploy.desk;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.PageReceipt;
import io.tocsin.response.Redirect;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the course of an incident.
 *
 * @param at when
 * @param kind of what
 * @param what happened: the name of the incident's change, of the page's action, of the delivery's
 *     outcome, of the redirect's reason
 * @param severity how bad it was then; null where that is not the question
 * @param who did it or to whom it was done; null for nobody
 * @param why in words
 */
record Moment(
    Instant at,
    Kind kind,
    String what,
    @Nullable Severity severity,
    @Nullable String who,
    String why) {
  /** What the steps of an incident are about. */
  enum Kind {
    INCIDENT,
    PAGE,
    DELIVERY,
    REDIRECT
  }

  static Moment of(Incident incident) {
    return new Moment(
        incident.at(),
        Kind.INCIDENT,
        incident.change().name(),
        incident.severity(),
        who(incident),
        why(incident));
  }

  private static @Nullable String who(Incident incident) {
    return incident.handling().by() == null && incident.change() == IncidentChange.ACKNOWLEDGED
        ? incident.acknowledgedBy()
        : incident.handling().by();
  }

  private static String why(Incident incident) {
    String inWords = incident.handling().why();
    return inWords == null ? incident.reason() : inWords;
  }

  static Moment of(Page page) {
    return new Moment(
        page.at(),
        Kind.PAGE,
        page.action().name(),
        page.severity(),
        page.target().name(),
        page.decision());
  }

  static Moment of(PageReceipt receipt) {
    return new Moment(
        receipt.at(),
        Kind.DELIVERY,
        receipt.outcome().name(),
        null,
        receipt.target(),
        receipt.detail());
  }

  static Moment of(Redirect redirect) {
    return new Moment(
        redirect.at(),
        Kind.REDIRECT,
        redirect.reason().name(),
        null,
        redirect.fromQueue() + " → " + redirect.toQueue(),
        redirect.decision());
  }

  /** The same for the same step, so that a record that comes twice is one. */
  String key() {
    return kind + " " + what + " " + who + " " + at;
  }
}
