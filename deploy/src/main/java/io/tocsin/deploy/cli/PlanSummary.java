package io.tocsin.deploy.cli;

import io.tocsin.response.BrandPlan;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.PagingRule;
import io.tocsin.response.plan.PlanReading;
import io.tocsin.response.plan.ProblemSeverity;
import java.util.List;
import java.util.Locale;

/** A plan in one line: {@code plan.yaml: 2 brands, 1,250 locations, 3 responders, 1 redirect}. */
final class PlanSummary {
  private PlanSummary() {}

  /** What the plan holds; of one that cannot be used, how many problems it has. */
  static String of(PlanReading reading) {
    CrisisPlan plan = reading.plan();
    long errors = reading.count(ProblemSeverity.ERROR);
    long warnings = reading.count(ProblemSeverity.WARNING);
    String holds = plan == null ? count(errors, "error") : contents(plan.brands());
    String warned = warnings == 0 ? "" : ", " + count(warnings, "warning");
    return reading.fileName() + ": " + holds + warned;
  }

  private static String contents(List<BrandPlan> brands) {
    long responders =
        brands.stream()
            .flatMap(brand -> brand.paging().stream())
            .map(PagingRule::responder)
            .distinct()
            .count();
    long redirects = brands.stream().mapToLong(brand -> brand.redirects().size()).sum();
    long locations = brands.stream().mapToLong(brand -> brand.tree().locations().size()).sum();
    long topics = brands.stream().mapToLong(brand -> brand.tree().topics().size()).sum();
    return count(brands.size(), "brand")
        + (locations == 0 ? "" : ", " + count(locations, "location"))
        + (topics == 0 ? "" : ", " + count(topics, "topic"))
        + ", "
        + count(responders, "responder")
        + ", "
        + count(redirects, "redirect");
  }

  private static String count(long number, String what) {
    return String.format(Locale.ROOT, "%,d", number) + " " + what + (number == 1 ? "" : "s");
  }
}
