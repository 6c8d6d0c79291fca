package io.tocsin.response.overflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows each mention of one brand from place to place until it is answered. What came before an
 * answer, or before the last assignment, and is told after it, changes nothing.
 */
final class TicketLedger {
  /** An answer is remembered for an hour, since its assignment may be told after it. */
  static final long ANSWER_KEPT_MILLIS = 3_600_000;

  /** What was put somewhere a week ago and never answered is given up. */
  static final long LONGEST_WAIT_MILLIS = 7 * 86_400_000L;

  /** Who waits so long was not answered. */
  static final long OVERDUE_MILLIS = 72 * 3_600_000L;

  private final String brand;
  private final OverflowRules rules;
  private final List<TicketStep> steps = new ArrayList<>();

  TicketLedger(String brand, OverflowRules rules) {
    this.brand = brand;
    this.rules = rules;
  }

  /** What became of mentions since this was asked last, in the order in which it was told. */
  List<TicketStep> takeSteps() {
    List<TicketStep> taken = List.copyOf(steps);
    steps.clear();
    return taken;
  }

  /** A mention was put somewhere. */
  void onAssignment(OverflowBook book, Tickets tickets, Assignment told) throws Exception {
    Ticket known = tickets.get(told.mentionId());
    long at = told.at().toEpochMilli();
    if (known != null && (at <= known.answeredMillis || at < known.assignedMillis)) {
      tellOfAnAnswerThatCameFirst(tickets, known, told);
      return;
    }
    boolean goesOn = known != null && known.isOpen();
    Ticket ticket = known != null && goesOn ? known : new Ticket();
    book.tickets += known == null ? 1 : 0;
    long since = told.waitingSince().toEpochMilli();
    if (goesOn) {
      leave(book, ticket);
      since = Math.min(since, ticket.waitingSinceMillis);
    }
    String place = rules.placeOf(told.queue());
    follow(book, ticket, place, told.redirectId());
    ticket.place = place;
    ticket.waitingSinceMillis = since;
    ticket.assignedMillis = at;
    ticket.claimed = told.person() != null;
    know(ticket, told);
    if (!goesOn) {
      tell(ticket, TicketStepKind.ASSIGNED, at);
    }
    enter(book, ticket);
    tickets.put(told.mentionId(), ticket);
  }

  private void know(Ticket ticket, Assignment told) {
    if (ticket.department == null) {
      ticket.department = rules.departmentOf(rules.placeOf(told.queue()));
    }
    if (ticket.channel == null && told.channel() != null) {
      ticket.channel = rules.channelOf(told.channel());
    }
    if (ticket.location == null) {
      ticket.location = told.location();
    }
  }

  /** The answer was counted nowhere, as nobody knew since when its author waited. */
  private void tellOfAnAnswerThatCameFirst(Tickets tickets, Ticket answered, Assignment told)
      throws Exception {
    if (answered.isOpen() || !answered.place.isEmpty()) {
      return;
    }
    answered.place = rules.placeOf(told.queue());
    answered.waitingSinceMillis = told.waitingSince().toEpochMilli();
    know(answered, told);
    tell(answered, TicketStepKind.ASSIGNED, told.at().toEpochMilli());
    tellAnswered(answered);
    tickets.put(told.mentionId(), answered);
  }

  private void tellAnswered(Ticket ticket) {
    tellOverdue(ticket, ticket.answeredMillis);
    tell(ticket, TicketStepKind.ANSWERED, ticket.answeredMillis);
  }

  private boolean tellOverdue(Ticket ticket, long millis) {
    if (ticket.overdue || millis - ticket.waitingSinceMillis <= OVERDUE_MILLIS) {
      return false;
    }
    ticket.overdue = true;
    tell(ticket, TicketStepKind.OVERDUE, millis);
    return true;
  }

  private void tell(Ticket ticket, TicketStepKind kind, long millis) {
    long waited = Math.max(0, millis - ticket.waitingSinceMillis);
    steps.add(
        new TicketStep(brand, ticket.department, ticket.channel, ticket.location, kind, waited));
  }

  /** A person did something about a mention. */
  void onResponse(OverflowBook book, Tickets tickets, Response told) throws Exception {
    Ticket ticket = tickets.get(told.mentionId());
    switch (told.kind()) {
      case CLAIM -> claim(book, tickets, ticket, told, true);
      case RELEASE -> claim(book, tickets, ticket, told, false);
      case REPLY, RESOLVE -> answer(book, tickets, ticket, told);
      case TAG, NOTE -> {}
    }
  }

  /**
   * Tells whose author has waited for too long; forgets answers of a while ago, and what nobody
   * will answer any more.
   */
  void sweep(OverflowBook book, Tickets tickets, Instant now) throws Exception {
    long answeredBefore = now.toEpochMilli() - ANSWER_KEPT_MILLIS;
    long assignedBefore = now.toEpochMilli() - LONGEST_WAIT_MILLIS;
    List<String> over = new ArrayList<>();
    Map<String, Ticket> overdue = new HashMap<>();
    for (Map.Entry<String, Ticket> entry : tickets.all()) {
      Ticket ticket = entry.getValue();
      if (ticket.isOpen() && tellOverdue(ticket, now.toEpochMilli())) {
        overdue.put(entry.getKey(), ticket);
      }
      if (!ticket.isOpen() && ticket.answeredMillis < answeredBefore) {
        over.add(entry.getKey());
      } else if (ticket.isOpen() && ticket.assignedMillis < assignedBefore) {
        finish(book, ticket);
        over.add(entry.getKey());
      }
    }
    for (Map.Entry<String, Ticket> told : overdue.entrySet()) {
      tickets.put(told.getKey(), told.getValue());
    }
    for (String mention : over) {
      tickets.remove(mention);
    }
    book.tickets -= over.size();
  }

  private static void claim(
      OverflowBook book, Tickets tickets, @Nullable Ticket ticket, Response told, boolean claimed)
      throws Exception {
    if (ticket != null && ticket.isOpen() && ticket.claimed != claimed) {
      QueueLoad load = book.load(ticket.place);
      load.claimed += claimed ? 1 : -1;
      load.changed = true;
      ticket.claimed = claimed;
      tickets.put(told.mentionId(), ticket);
    }
  }

  private void answer(OverflowBook book, Tickets tickets, @Nullable Ticket known, Response told)
      throws Exception {
    Ticket ticket = known == null ? new Ticket() : known;
    boolean waited = known != null && ticket.isOpen();
    book.tickets += known == null ? 1 : 0;
    ticket.answeredMillis = Math.max(ticket.answeredMillis, told.at().toEpochMilli());
    if (waited) {
      finish(book, ticket);
      tellAnswered(ticket);
    }
    tickets.put(told.mentionId(), ticket);
  }

  private static void finish(OverflowBook book, Ticket ticket) {
    leave(book, ticket);
    drop(book, ticket, 0, false);
  }

  private static void enter(OverflowBook book, Ticket ticket) {
    book.load(ticket.place).add(ticket);
    Valve last = last(book, ticket);
    if (last != null) {
      last.held++;
    }
  }

  private static void leave(OverflowBook book, Ticket ticket) {
    book.load(ticket.place).remove(ticket);
    Valve last = last(book, ticket);
    if (last != null) {
      last.held--;
    }
  }

  /** Takes the ticket through a valve, or back through those that it came by. */
  private static void follow(
      OverflowBook book, Ticket ticket, String place, @Nullable String redirectId) {
    Valve valve = valve(book, ticket, place, redirectId);
    if (valve == null || ticket.path.contains(valve.id)) {
      int kept = stepsTo(book, ticket, place);
      drop(book, ticket, Math.max(0, kept), kept >= 0);
      return;
    }
    drop(book, ticket, Math.max(0, stepsTo(book, ticket, valve.fromQueue)), false);
    ticket.path.add(valve.id);
    valve.moved++;
    valve.outstanding++;
    book.load(valve.fromQueue).moved++;
    book.load(valve.fromQueue).changed = true;
  }

  /** The valve that the mention is moved through: the one that is named, else one that fits. */
  private static @Nullable Valve valve(
      OverflowBook book, Ticket ticket, String place, @Nullable String redirectId) {
    Valve named = redirectId == null ? null : book.valve(redirectId);
    if (named != null && named.toQueue.equals(place)) {
      return named;
    }
    return book.valves.stream()
        .filter(valve -> valve.open)
        .filter(valve -> valve.fromQueue.equals(ticket.place) && valve.toQueue.equals(place))
        .findFirst()
        .orElse(null);
  }

  /** After how many valves of its path the ticket was in the place; -1 if after none. */
  private static int stepsTo(OverflowBook book, Ticket ticket, String place) {
    for (int steps = ticket.path.size(); steps >= 0; steps--) {
      if (place.equals(placeAfter(book, ticket, steps))) {
        return steps;
      }
    }
    return -1;
  }

  private static @Nullable String placeAfter(OverflowBook book, Ticket ticket, int steps) {
    if (ticket.path.isEmpty()) {
      return null;
    }
    Valve valve = book.valve(ticket.path.get(Math.max(0, steps - 1)));
    return valve == null ? null : steps == 0 ? valve.fromQueue : valve.toQueue;
  }

  /** The ticket leaves all valves of its path but the first few. */
  private static void drop(OverflowBook book, Ticket ticket, int kept, boolean movedBack) {
    while (ticket.path.size() > kept) {
      Valve valve = book.valve(ticket.path.remove(ticket.path.size() - 1));
      if (valve != null) {
        valve.outstanding--;
        valve.movedBack += movedBack ? 1 : 0;
      }
    }
  }

  private static @Nullable Valve last(OverflowBook book, Ticket ticket) {
    return ticket.path.isEmpty() ? null : book.valve(ticket.path.get(ticket.path.size() - 1));
  }
}
