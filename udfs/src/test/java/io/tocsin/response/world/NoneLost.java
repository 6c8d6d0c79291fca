package io.tocsin.response.world;

import io.tocsin.incident.Handling;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.Contact;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PagingRule;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whoever should hear of an open incident by the plan in force has been paged about it a moment
 * later, or the incident says why not: snoozed or silenced until a moment that is to come, or
 * merged into one that is on. A new plan is heeded a moment later, too. Only the quiet hours of the
 * one to be paged need no saying: they end.
 */
final class NoneLost extends Promise {
  private static final long GRACE_MILLIS = 10_000;

  private static final class Followed {
    Incident incident;
    @Nullable Severity worst;
    Instant reached = Instant.MAX;
    final Set<String> paged = new HashSet<>();

    Followed(Incident incident) {
      this.incident = incident;
    }
  }

  private final Map<String, Followed> on = new TreeMap<>();
  private final Map<String, Severity> worstOfResolved = new HashMap<>();
  private final Map<String, Integer> rounds = new HashMap<>();
  private final Map<String, Set<String>> pagedBefore = new HashMap<>();
  private final Map<String, Instant> reachedBefore = new HashMap<>();
  private Map<String, Instant> owedSince = new HashMap<>();
  private @Nullable CrisisPlan plan;

  @Override
  void planned(CrisisPlan inForce) {
    plan = inForce;
  }

  @Override
  void told(Incident incident) {
    Followed followed = on.computeIfAbsent(incident.id(), id -> resumed(incident));
    Severity severity = incident.pagedSeverity();
    if (followed.worst == null || severity.compareTo(followed.worst) > 0) {
      followed.worst = severity;
      anew(followed, incident);
    }
    boolean freed =
        followed.incident.handling().mergedInto() != null
            && incident.handling().mergedInto() == null;
    if (incident.handling().round() > rounds.getOrDefault(incident.id(), 0) || freed) {
      anew(followed, incident);
    }
    rounds.put(incident.id(), incident.handling().round());
    followed.incident = incident;
    if (incident.state() == IncidentState.RESOLVED) {
      worstOfResolved.put(incident.id(), Objects.requireNonNull(followed.worst));
      pagedBefore.put(incident.id(), followed.paged);
      reachedBefore.put(incident.id(), followed.reached);
      on.remove(incident.id());
    }
  }

  /** One that is reopened is the same as before. */
  private Followed resumed(Incident incident) {
    Followed followed = new Followed(incident);
    followed.worst = worstOfResolved.get(incident.id());
    followed.paged.addAll(pagedBefore.getOrDefault(incident.id(), Set.of()));
    followed.reached = reachedBefore.getOrDefault(incident.id(), Instant.MAX);
    return followed;
  }

  private static void anew(Followed followed, Incident incident) {
    followed.reached = incident.at();
    followed.paged.clear();
  }

  @Override
  void paged(Page page) {
    Followed followed = on.get(page.incidentId());
    if (followed != null && page.action() == PageAction.TRIGGER) {
      followed.paged.add(page.target().name());
    }
  }

  @Override
  void moment(Instant now) {
    Map<String, Instant> owed = new HashMap<>();
    for (Followed followed : on.values()) {
      Incident incident = followed.incident;
      if (incident.drill() != null) {
        continue;
      }
      saysWhyNot(incident, now);
      if (incident.state() == IncidentState.OPEN && incident.handling().lets()) {
        owing(followed, now).forEach(name -> owe(owed, incident, name, now));
      }
    }
    owedSince = owed;
  }

  private void saysWhyNot(Incident incident, Instant now) {
    if (incident.state() == IncidentState.STANDING_DOWN) {
      return;
    }
    Handling handling = incident.handling();
    holds(isToCome(handling.snoozedUntil(), now), "snoozed until a moment that is past", incident);
    holds(
        isToCome(handling.silencedUntil(), now), "silenced until a moment that is past", incident);
    holds(
        handling.mergedInto() == null || on.containsKey(handling.mergedInto()),
        "merged into one that is over",
        incident);
    holds(
        incident.state() == IncidentState.OPEN || incident.acknowledgedBy() != null,
        "taken by nobody",
        incident);
  }

  private static boolean isToCome(@Nullable Instant end, Instant now) {
    return end == null || end.isAfter(now.minusMillis(GRACE_MILLIS));
  }

  private List<String> owing(Followed followed, Instant now) {
    return rulesOf(followed.incident).stream()
        .filter(PagingRule::pages)
        .filter(rule -> followed.incident.pagedSeverity().compareTo(rule.from()) >= 0)
        .filter(rule -> !now.isBefore(followed.reached.plusMillis(rule.afterMillis())))
        .map(rule -> meant(rule, now))
        .filter(contact -> contact != null && isAwake(contact, followed.incident, now))
        .map(contact -> Objects.requireNonNull(contact).name())
        .filter(name -> !followed.paged.contains(name))
        .toList();
  }

  private void owe(Map<String, Instant> owed, Incident incident, String name, Instant now) {
    String key = incident.id() + " to " + name;
    Instant since = owedSince.getOrDefault(key, now);
    owed.put(key, since);
    holds(
        now.toEpochMilli() - since.toEpochMilli() <= GRACE_MILLIS,
        "not paged at " + now + " though due since " + since,
        name + " about " + incident);
  }

  private List<PagingRule> rulesOf(Incident incident) {
    return Objects.requireNonNull(plan).brands().stream()
        .filter(brand -> brand.brand().equals(incident.brand()))
        .map(BrandPlan::paging)
        .findFirst()
        .orElse(List.of());
  }

  private @Nullable Contact meant(PagingRule rule, Instant now) {
    Contact contact = rule.responder().at(now);
    return contact == null ? Objects.requireNonNull(plan).lastResort() : contact;
  }

  private static boolean isAwake(Contact contact, Incident incident, Instant now) {
    return incident.pagedSeverity() == Severity.CRITICAL || !contact.awakeFrom(now).isAfter(now);
  }
}
