package io.tocsin.response.live;

import io.tocsin.response.CrisisPlan;
import io.tocsin.response.plan.CrisisPlanParser;
import java.time.Instant;
import java.util.Objects;

/** Plans of one or two brands, as text and as read. */
public final class LivePlans {
  private LivePlans() {}

  /** A plan's file: each brand is matched by its name and pages a target of this name. */
  public static String text(String version, String target, String... brands) {
    StringBuilder text = new StringBuilder("version: '" + version + "'\nbrands:\n");
    for (String brand : brands) {
      text.append(
          """
            - brand: %1$s
              name: %1$s
              match: {handles: [%1$s], phrases: [%1$s]}
              page: [{target: %2$s, transport: console, from: warning}]
              redirect: [{queue: %1$s-care, to: %1$s-backup, from: warning}]
              critical: {score: 30, reach: 5000000}
              standDown: 2m
              guidance: Call the desk.
          """
              .formatted(brand, target));
    }
    return text.toString();
  }

  /** The same, published. */
  public static PlanNotice notice(String version, String target, String... brands) {
    return new PlanNotice(version, text(version, target, brands), Instant.EPOCH, "ada");
  }

  /** The plan that a notice holds. */
  public static CrisisPlan read(PlanNotice notice) {
    return Objects.requireNonNull(
        CrisisPlanParser.read(notice.text(), "plan").plan(),
        () -> CrisisPlanParser.read(notice.text(), "plan").lines().toString());
  }
}
