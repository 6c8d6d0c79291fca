package io.tocsin.response;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the crisis plan who is paged about an incident. A pure function of the incident, the
 * plan, the time and what was done before: the same incident seen again decides nothing new.
 */
public final class ResponsePlanner {
  /**
   * How soon an incident that nobody has taken is looked at again: the plan may be another then.
   */
  static final long LOOK_AGAIN_MILLIS = 10_000;

  private final BrandPlan plan;
  private final String planVersion;
  private final PagingLadder ladder;

  /**
   * Plans for one brand.
   *
   * @param lastResort who is paged where nobody is on call; null for nobody
   */
  public ResponsePlanner(BrandPlan plan, String planVersion, @Nullable Contact lastResort) {
    this.plan = plan;
    this.planVersion = planVersion;
    this.ladder = new PagingLadder(plan.paging(), lastResort);
  }

  /** Pages about the incident as it now stands, in order; writes down that they were decided. */
  public List<Page> decide(Incident incident, ResponseBook book) {
    book.follow(incident);
    if (incident.state() == IncidentState.RESOLVED) {
      book.dueMillis = Long.MAX_VALUE;
      return allClear(incident, book);
    }
    return page(incident, book, incident.at());
  }

  /**
   * Pages that are due at this moment about an incident of which nothing new was told.
   *
   * @param now when {@link ResponseBook#dueMillis} said, or later
   */
  public List<Page> onTime(ResponseBook book, Instant now) {
    Incident incident = book.incident;
    return incident == null ? List.of() : page(incident, book, now);
  }

  private List<Page> page(Incident incident, ResponseBook book, Instant now) {
    List<Numbered> due = new ArrayList<>();
    for (PagingRule rule : plan.paging()) {
      PagingLadder.Step step = ladder.due(rule, book, now);
      if (step != null) {
        due.add(new Numbered(step, book.send(rule.step(), step.contact(), now)));
      }
    }
    List<Page> pages = due.stream().map(one -> page(incident, book, one, now)).toList();
    book.dueMillis = nextMillis(incident, book, now);
    return pages;
  }

  private long nextMillis(Incident incident, ResponseBook book, Instant now) {
    long next = ladder.nextMillis(book, now);
    return incident.state() == IncidentState.OPEN
        ? Math.min(next, now.toEpochMilli() + LOOK_AGAIN_MILLIS)
        : next;
  }

  /** A page that is due, and which one to its contact it is. */
  private record Numbered(PagingLadder.Step step, int number) {}

  private Page page(Incident incident, ResponseBook book, Numbered due, Instant now) {
    PagingLadder.Step step = due.step();
    PlanStep what = step.rule().step();
    int number = due.number();
    boolean calls = step.rule().pages();
    PageGrounds grounds = grounds(incident, book, due);
    Page page =
        page(
            incident,
            step.contact().target(),
            calls ? PageAction.TRIGGER : PageAction.INFORM,
            dedupKey(incident, step, number),
            calls ? incident.severity() : Severity.NOTICE,
            now,
            PageText.title(what, plan, incident),
            PageText.body(what, plan, incident, grounds),
            PagingReason.of(incident, step, number),
            grounds);
    if (number == 1) {
      book.sent.add(page);
    }
    return page;
  }

  private List<Page> allClear(Incident incident, ResponseBook book) {
    List<Page> pages = new ArrayList<>();
    for (Page sent : book.sent) {
      pages.add(
          page(
              incident,
              sent.target(),
              PageAction.RESOLVE,
              sent.dedupKey() + "/resolve",
              sent.severity(),
              incident.at(),
              PageText.title(plan, incident),
              PageText.allClear(plan, incident),
              "resolved: " + sent.target().name() + " was paged and is told that it is over",
              null));
    }
    book.sent.clear();
    return pages;
  }

  private Page page(
      Incident incident,
      PageTarget target,
      PageAction action,
      String dedupKey,
      Severity severity,
      Instant at,
      String title,
      String body,
      String decision,
      @Nullable PageGrounds grounds) {
    return new Page(
        dedupKey,
        action,
        target,
        incident.id(),
        plan.brand(),
        severity,
        at,
        incident.since(),
        title,
        body,
        incident.examples(),
        planVersion,
        decision,
        null,
        grounds);
  }

  private static PageGrounds grounds(Incident incident, ResponseBook book, Numbered due) {
    PagingLadder.Step step = due.step();
    PagingRule rule = step.rule();
    return new PageGrounds(
        incident.at(),
        Instant.ofEpochMilli(book.reachedMillis),
        rule.responder().name(),
        rule.from(),
        rule.afterMillis(),
        rule.everyMillis(),
        rule.times(),
        due.number(),
        rule.responder() instanceof OnCall,
        step.standsIn(),
        step.heldBack(),
        book.pagedBeside(step.contact()),
        book.takenBy);
  }

  private static String dedupKey(Incident incident, PagingLadder.Step due, int number) {
    PlanStep step = due.rule().step();
    String target = due.contact().target().name();
    String first = incident.id() + "/" + word(incident.severity()) + "/" + target;
    String what = step == PlanStep.PAGE ? "" : "/" + word(step).replace('_', '-');
    return number == 1 ? first + what : first + what + "/" + number;
  }

  /** The constant as people and dedup keys know it. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
