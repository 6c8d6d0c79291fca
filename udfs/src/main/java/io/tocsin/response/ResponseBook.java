package io.tocsin.response;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
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

  /** When it reached the severity that it has, epoch milliseconds. */
  public long reachedMillis;

  /** Who was paged about this severity. */
  public List<PagedContact> paged = new ArrayList<>();

  /**
   * The first page to each target at each severity, in order, so that each is told when it is over.
   */
  public List<Page> sent = new ArrayList<>();

  /** Who took it last, also when that has lapsed since; null for nobody. */
  public @Nullable String takenBy;

  /** When the next step is due, epoch milliseconds; {@link Long#MAX_VALUE} while none is. */
  public long dueMillis = Long.MAX_VALUE;

  /** The incident was told anew; at a new severity paging begins anew. */
  void follow(Incident told) {
    if (incident == null || incident.severity() != told.severity()) {
      reachedMillis = told.at().toEpochMilli();
      paged.clear();
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

  /** Whether nothing is left to do. */
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

  /** Writes down one more page to the contact; returns how many that makes. */
  int send(PlanStep step, Contact contact, Instant at) {
    PagedContact one = sentTo(step, contact);
    if (one == null) {
      one = new PagedContact();
      one.step = step;
      one.name = contact.name();
      paged.add(one);
    }
    one.lastMillis = at.toEpochMilli();
    return ++one.pages;
  }
}
