package io.tocsin.deploy.demo;

import io.tocsin.response.BrandPlan;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.PageTarget;
import io.tocsin.response.PagingRule;
import io.tocsin.response.Transport;
import java.util.List;

/** Points every webhook of a plan at the demo's own phone, whatever port that has. */
final class RingsThePhone {
  private RingsThePhone() {}

  static CrisisPlan in(CrisisPlan plan, String phoneUrl) {
    List<BrandPlan> brands =
        plan.brands().stream().map(brand -> withPaging(brand, phoneUrl)).toList();
    return new CrisisPlan(plan.version(), brands);
  }

  private static BrandPlan withPaging(BrandPlan brand, String phoneUrl) {
    List<PagingRule> paging =
        brand.paging().stream()
            .map(rule -> new PagingRule(target(rule.target(), phoneUrl), rule.from()))
            .toList();
    return new BrandPlan(
        brand.terms(),
        brand.displayName(),
        paging,
        brand.redirects(),
        brand.criticalScore(),
        brand.criticalReach(),
        brand.standDownMillis(),
        brand.guidance(),
        brand.intent(),
        brand.calendar());
  }

  private static PageTarget target(PageTarget target, String phoneUrl) {
    return target.transport() == Transport.WEBHOOK
        ? new PageTarget(target.name(), Transport.WEBHOOK, phoneUrl)
        : target;
  }
}
