package io.tocsin.response;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.IncidentState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decides by the crisis plan who is paged about an incident and which queue overflows where. A pure
 * function of the incident, the plan and what was done before: the same incident seen again decides
 * nothing new.
 */
public final class ResponsePlanner {
  private final BrandPlan plan;
  private final String planVersion;

  /** Plans for one brand. */
  public ResponsePlanner(BrandPlan plan, String planVersion) {
    this.plan = plan;
    this.planVersion = planVersion;
  }

  /** Decides about the incident as it now stands and writes down what was decided. */
  public ResponseDecision decide(Incident incident, ResponseBook book) {
    List<Page> pages = new ArrayList<>();
    List<Redirect> redirects = new ArrayList<>();
    if (incident.state() == IncidentState.RESOLVED) {
      pages.addAll(allClear(incident, book));
      redirects.addAll(failBack(incident, book));
    } else {
      if (mayPage(incident)) {
        pages.addAll(page(incident, book));
      }
      redirects.addAll(overflow(incident, book));
    }
    return new ResponseDecision(pages, redirects);
  }

  /** Nobody is paged about what a person has taken or what is over. */
  private static boolean mayPage(Incident incident) {
    return incident.state() == IncidentState.OPEN && incident.change() != IncidentChange.UPDATED;
  }

  private List<Page> page(Incident incident, ResponseBook book) {
    List<Page> pages = new ArrayList<>();
    for (PagingRule rule : plan.paging()) {
      String key = dedupKey(incident, rule.target());
      if (incident.severity().compareTo(rule.from()) < 0
          || book.sent.stream().anyMatch(sent -> sent.dedupKey().equals(key))) {
        continue;
      }
      String decision =
          word(incident.change())
              + ": "
              + word(incident.severity())
              + " reaches "
              + rule.target().name()
              + ", who is paged from "
              + word(rule.from());
      Page page =
          page(
              incident,
              rule.target(),
              PageAction.TRIGGER,
              key,
              PageText.body(plan, incident),
              decision);
      book.sent.add(page);
      pages.add(page);
    }
    return pages;
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
              PageText.allClear(plan, incident),
              "resolved: " + sent.target().name() + " was paged and is told that it is over"));
    }
    book.sent.clear();
    return pages;
  }

  private List<Redirect> overflow(Incident incident, ResponseBook book) {
    List<Redirect> turned = new ArrayList<>();
    for (QueueRedirect rule : plan.redirects()) {
      String id = incident.id() + "/" + rule.fromQueue();
      if (incident.severity().compareTo(rule.from()) < 0
          || book.open.stream().anyMatch(open -> open.id().equals(id))) {
        continue;
      }
      Redirect redirect =
          new Redirect(
              id,
              ValveState.OPEN,
              incident.id(),
              plan.brand(),
              rule.fromQueue(),
              rule.toQueue(),
              incident.at(),
              planVersion,
              word(incident.severity()) + " opens the overflow, as from " + word(rule.from()));
      book.open.add(redirect);
      turned.add(redirect);
    }
    return turned;
  }

  private List<Redirect> failBack(Incident incident, ResponseBook book) {
    List<Redirect> turned = new ArrayList<>();
    for (Redirect open : book.open) {
      turned.add(
          open.closed(incident.at(), planVersion, "resolved: the queue takes its own again"));
    }
    book.open.clear();
    return turned;
  }

  private Page page(
      Incident incident,
      PageTarget target,
      PageAction action,
      String dedupKey,
      String body,
      String decision) {
    return new Page(
        dedupKey,
        action,
        target,
        incident.id(),
        plan.brand(),
        incident.severity(),
        incident.at(),
        incident.since(),
        PageText.title(plan, incident),
        body,
        incident.examples(),
        planVersion,
        decision);
  }

  private static String dedupKey(Incident incident, PageTarget target) {
    return incident.id() + "/" + word(incident.severity()) + "/" + target.name();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
