package io.tocsin.response;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has been done about one incident. Fields are public and change in place because the class is
 * operator state.
 */
public final class ResponseBook {
  /** The incident as it was told last. */
  public @Nullable Incident incident;

  /** The worst severity that pages, as reached so far; null before the first. */
  public @Nullable Severity worst;

  /** How often paging had begun anew, as told last. */
  public int round;

  /** When it reached its worst severity, or paging began anew since; epoch milliseconds. */
  public long reachedMillis;

  /** Who was paged about the worst severity. */
  public List<PagedContact> paged = new ArrayList<>();

  /**
   * The first page to each target at each severity, in order, so that each is told when it is over.
   */
  public List<Page> sent = new ArrayList<>();

  /** Where the pages of a drill went first, so that all of them go there; empty for none yet. */
  public List<PageTarget> drillReceivers = new ArrayList<>();

  /** Who took it last, also when that has lapsed since; null for nobody. */
  public @Nullable String takenBy;

  /** When the next step is due, epoch milliseconds; {@link Long#MAX_VALUE} while none is. */
  public long dueMillis = Long.MAX_VALUE;

  /**
   * The incident was told anew. At a severity that it never had, and where it is told that paging
   * begins anew, paging begins anew; an incident that was milder for a while pages nobody again.
   */
  void follow(Incident told) {
    if (incident == null || !incident.id().equals(told.id())) {
      begin(told);
    }
    if (worst == null || told.pagedSeverity().compareTo(worst) > 0) {
      worst = told.pagedSeverity();
      reachedMillis = told.at().toEpochMilli();
      paged.clear();
    }
    if (told.handling().round() > round || isOnItsOwnAgain(told)) {
      round = told.handling().round();
      reachedMillis = told.at().toEpochMilli();
      // Who was only told knows it until told that it is over.
      paged.stream().filter(one -> one.step == PlanStep.PAGE).forEach(PagedContact::anew);
    }
    takenBy = told.acknowledgedBy() == null ? takenBy : told.acknowledgedBy();
    incident = told;
  }

  /** Everyone but this contact who was paged about the incident at any severity, in order. */
  List<String> pagedBeside(Contact contact) {
    Stream<String> before =
        sent.stream()
            .filter(page -> page.action() == PageAction.TRIGGER)
            .map(page -> page.target().name());
    Stream<String> now =
        paged.stream().filter(one -> one.step == PlanStep.PAGE).map(one -> one.name);
    return Stream.concat(before, now)
        .distinct()
        .filter(name -> !name.equals(contact.name()))
        .toList();
  }

  private boolean isOnItsOwnAgain(Incident told) {
    return incident != null
        && incident.handling().mergedInto() != null
        && told.handling().mergedInto() == null;
  }

  private void begin(Incident told) {
    incident = null;
    worst = null;
    round = told.handling().round();
    takenBy = null;
    drillReceivers.clear();
    sent.clear();
  }

  /** It is over; it is forgotten when it cannot be reopened any more. */
  void end(Instant at, long reopenMillis) {
    boolean forever = reopenMillis == 0;
    dueMillis = forever ? Long.MAX_VALUE : at.toEpochMilli() + reopenMillis;
    incident = forever ? null : incident;
    paged.stream().filter(one -> one.step != PlanStep.PAGE).forEach(PagedContact::anew);
  }

  /** Whether the incident is resolved: it may still be reopened. */
  boolean isOver() {
    return incident == null || incident.state() == IncidentState.RESOLVED;
  }

  /** What was sent to this contact in this way at this severity; null if nothing was. */
  @Nullable PagedContact sentTo(PlanStep step, Contact contact) {
    return paged.stream()
        .filter(one -> one.step == step && one.name.equals(contact.name()))
        .findFirst()
        .orElse(null);
  }

  /** Writes down one more page to the contact. */
  PagedContact send(PlanStep step, Contact contact, Instant at) {
    PagedContact one = sentTo(step, contact);
    if (one == null) {
      one = new PagedContact();
      one.step = step;
      one.name = contact.name();
      paged.add(one);
    }
    one.lastMillis = at.toEpochMilli();
    one.pages++;
    return one;
  }
}
