package io.tocsin.response;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom the plan pages when about an incident that nobody has taken and nothing holds back. A rule
 * is due when the incident has had its severity for as long as the rule waits, or paging began anew
 * so long ago; then whoever it means at that moment is paged, and again as often as the rule says.
 * One person is one person, however many rules mean them. Quiet hours hold a page back, unless the
 * incident is critical; the rules after it do not wait. Who is only told is told whether or not
 * somebody has taken it, and never woken.
 */
final class PagingLadder {
  /** How soon it is asked again who is on call, since people hand over. */
  static final long LOOK_AGAIN_MILLIS = 60_000;

  /**
   * A page that is due.
   *
   * @param rule the rule that says so
   * @param contact who gets it
   * @param standsIn whether the contact is the last resort, because nobody was on call
   * @param heldBack whether quiet hours held it back
   */
  record Step(PagingRule rule, Contact contact, boolean standsIn, boolean heldBack) {}

  private final List<PagingRule> rules;
  private final @Nullable Contact lastResort;

  PagingLadder(List<PagingRule> rules, @Nullable Contact lastResort) {
    this.rules = rules;
    this.lastResort = lastResort;
  }

  /** The page that the rule has due now; null if it has none. */
  @Nullable Step due(PagingRule rule, ResponseBook book, Instant now) {
    Contact contact = applies(rule, book) ? contactOf(rule, now) : null;
    if (contact == null || dueMillis(rule, contact, book, now) > now.toEpochMilli()) {
      return null;
    }
    boolean standsIn = rule.responder().at(now) == null;
    Instant wanted = Instant.ofEpochMilli(wantedMillis(rule, contact, book));
    boolean heldBack = !wakes(rule, book) && contact.awakeFrom(wanted).isAfter(wanted);
    return new Step(rule, contact, standsIn, heldBack);
  }

  /** When to ask again if nothing happens before; {@link Long#MAX_VALUE} for never. */
  long nextMillis(ResponseBook book, Instant now) {
    long next = Long.MAX_VALUE;
    for (PagingRule rule : rules) {
      if (applies(rule, book)) {
        next = Math.min(next, nextMillis(rule, book, now));
      }
    }
    return next;
  }

  private long nextMillis(PagingRule rule, ResponseBook book, Instant now) {
    long first = firstMillis(rule, book);
    if (first > now.toEpochMilli()) {
      return first;
    }
    Contact contact = contactOf(rule, now);
    long due = contact == null ? Long.MAX_VALUE : dueMillis(rule, contact, book, now);
    return rule.responder() instanceof OnCall
        ? Math.min(due, now.toEpochMilli() + LOOK_AGAIN_MILLIS)
        : due;
  }

  private static boolean applies(PagingRule rule, ResponseBook book) {
    Incident incident = Objects.requireNonNull(book.incident);
    boolean pages = rule.pages() ? incident.state() == IncidentState.OPEN : burns(incident);
    return pages && incident.handling().lets() && severity(book).compareTo(rule.from()) >= 0;
  }

  private static boolean burns(Incident incident) {
    return switch (incident.state()) {
      case OPEN, ACKNOWLEDGED, MITIGATING -> true;
      case STANDING_DOWN, RESOLVED -> false;
    };
  }

  private static boolean wakes(PagingRule rule, ResponseBook book) {
    return rule.step() != PlanStep.NOTIFY && severity(book) == Severity.CRITICAL;
  }

  private @Nullable Contact contactOf(PagingRule rule, Instant now) {
    Contact contact = rule.responder().at(now);
    return contact == null && rule.pages() ? lastResort : contact;
  }

  private static long dueMillis(PagingRule rule, Contact contact, ResponseBook book, Instant now) {
    long wanted = wantedMillis(rule, contact, book);
    if (wanted == Long.MAX_VALUE || wakes(rule, book)) {
      return wanted;
    }
    Instant earliest = Instant.ofEpochMilli(Math.max(wanted, now.toEpochMilli()));
    return contact.awakeFrom(earliest).toEpochMilli();
  }

  /** When the rule would page the contact next, whatever the hour. */
  private static long wantedMillis(PagingRule rule, Contact contact, ResponseBook book) {
    PagedContact before = book.sentTo(rule.step(), contact);
    if (before == null || before.pagesNow() == 0) {
      return firstMillis(rule, book);
    }
    return before.pagesNow() < rule.times()
        ? Math.max(firstMillis(rule, book), before.lastMillis + rule.everyMillis())
        : Long.MAX_VALUE;
  }

  private static long firstMillis(PagingRule rule, ResponseBook book) {
    return book.reachedMillis + rule.afterMillis();
  }

  private static Severity severity(ResponseBook book) {
    return Objects.requireNonNull(book.incident).pagedSeverity();
  }
}
