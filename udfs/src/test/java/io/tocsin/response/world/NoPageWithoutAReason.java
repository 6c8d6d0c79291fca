package io.tocsin.response.world;

import io.tocsin.incident.Incident;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.Contact;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageGrounds;
import io.tocsin.response.PagingRule;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every page says why: by a rule that stands in the plan in force, whose severity the incident has
 * and whose time has come, to whom that rule means at that moment.
 */
final class NoPageWithoutAReason extends Promise {
  private final Map<String, Incident> incidents = new HashMap<>();
  private @Nullable CrisisPlan plan;

  @Override
  void planned(CrisisPlan inForce) {
    plan = inForce;
  }

  @Override
  void told(Incident incident) {
    holds(!incident.reason().isBlank(), "an incident without a reason", incident);
    incidents.put(incident.id(), incident);
  }

  @Override
  void paged(Page page) {
    CrisisPlan inForce = Objects.requireNonNull(plan);
    holds(!page.decision().isBlank() && !page.body().isBlank(), "says nothing", page);
    holds(page.planVersion().equals(inForce.version()), "by a plan not in force", page);
    holds(incidents.containsKey(page.incidentId()), "about nothing that was told", page);
    if (page.action() != PageAction.RESOLVE) {
      byARule(page, inForce);
    }
  }

  private void byARule(Page page, CrisisPlan inForce) {
    PageGrounds grounds = page.grounds();
    holds(grounds != null, "without grounds", page);
    PagingRule rule = grounds == null ? null : ruleOf(page, grounds, inForce);
    holds(rule != null, "by no rule of the plan", page);
    if (rule == null || grounds == null) {
      return;
    }
    Incident incident = Objects.requireNonNull(incidents.get(page.incidentId()));
    holds(incident.pagedSeverity().compareTo(rule.from()) >= 0, "milder than the rule", page);
    holds(
        !page.at().isBefore(grounds.reachedAt().plusMillis(rule.afterMillis())), "too early", page);
    holds(grounds.number() <= rule.times(), "more often than the rule says", page);
    if (page.drill() == null || page.drill().toRealPeople()) {
      holds(page.target().name().equals(meant(rule, page, inForce)), "to another", page);
    }
  }

  private static @Nullable PagingRule ruleOf(Page page, PageGrounds grounds, CrisisPlan inForce) {
    return inForce.brands().stream()
        .filter(brand -> brand.brand().equals(page.brand()))
        .map(BrandPlan::paging)
        .flatMap(rules -> rules.stream())
        .filter(rule -> rule.pages() == (page.action() == PageAction.TRIGGER))
        .filter(rule -> rule.responder().name().equals(grounds.rule()))
        .filter(rule -> rule.from() == grounds.from() && rule.times() == grounds.times())
        .filter(rule -> rule.afterMillis() == grounds.afterMillis())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String meant(PagingRule rule, Page page, CrisisPlan inForce) {
    Contact contact = rule.responder().at(page.at());
    Contact stands = contact == null && rule.pages() ? inForce.lastResort() : contact;
    return stands == null ? null : stands.name();
  }
}
