package io.tocsin.response;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
      book.end(incident.at(), plan.life().reopenMillis());
      return allClear(incident, book);
    }
    return page(incident, book, incident.at());
  }

  /**
   * Pages that are due at this moment about an incident of which nothing new was told. One that is
   * over is forgotten when it cannot be reopened any more.
   *
   * @param now when {@link ResponseBook#dueMillis} said, or later
   */
  public List<Page> onTime(ResponseBook book, Instant now) {
    Incident incident = book.incident;
    if (book.isOver()) {
      book.incident = null;
      book.dueMillis = Long.MAX_VALUE;
    }
    return incident == null || book.isOver() ? List.of() : page(incident, book, now);
  }

  private List<Page> page(Incident incident, ResponseBook book, Instant now) {
    List<Numbered> due = new ArrayList<>();
    for (PagingRule rule : plan.paging()) {
      PagingLadder.Step step = ladder.due(rule, book, now);
      if (step != null) {
        due.add(Numbered.of(step, book.send(rule.step(), step.contact(), now)));
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

  /** A page that is due, which one to its contact it is since paging began, and in all. */
  private record Numbered(PagingLadder.Step step, int number, int inAll) {
    static Numbered of(PagingLadder.Step step, PagedContact paged) {
      return new Numbered(step, paged.pagesNow(), paged.pages);
    }
  }

  private Page page(Incident incident, ResponseBook book, Numbered due, Instant now) {
    PagingLadder.Step step = due.step();
    PlanStep what = step.rule().step();
    boolean calls = step.rule().pages();
    Severity reached = Objects.requireNonNull(book.worst);
    String alarm = alarm(incident, reached, step);
    PageGrounds grounds = grounds(incident, book, due);
    Page page =
        page(
            incident,
            step.contact().target(),
            calls ? PageAction.TRIGGER : PageAction.INFORM,
            due.inAll() == 1 ? alarm : alarm + "/" + due.inAll(),
            calls ? reached : Severity.NOTICE,
            now,
            PageText.title(what, plan, incident),
            PageText.body(what, plan, incident, grounds),
            PagingReason.of(incident, step, due.number()),
            grounds);
    if (book.sent.stream().noneMatch(sent -> isOf(alarm, page.action(), sent))) {
      book.sent.add(page);
    }
    return page;
  }

  private static boolean isOf(String alarm, PageAction action, Page sent) {
    return sent.action() == action && (sent.dedupKey() + "/").startsWith(alarm + "/");
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

  /** What is the same for all that is sent to the target in this way at this severity. */
  private static String alarm(Incident incident, Severity reached, PagingLadder.Step due) {
    PlanStep step = due.rule().step();
    String target = due.contact().target().name();
    String first = incident.id() + "/" + word(reached) + "/" + target;
    return step == PlanStep.PAGE ? first : first + "/" + word(step).replace('_', '-');
  }

  /** The constant as people and dedup keys know it. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
