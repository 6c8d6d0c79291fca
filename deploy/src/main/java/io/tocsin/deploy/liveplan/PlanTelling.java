package io.tocsin.deploy.liveplan;

import io.tocsin.response.live.PlanReport;

/** Says to a person what became of a plan. */
final class PlanTelling {
  private PlanTelling() {}

  static String of(PlanReport report) {
    String plan = "crisis plan " + report.version();
    return switch (report.verdict()) {
      case STARTED -> "the job begins with " + plan;
      case ACCEPTED -> plan + " is in force, published by " + report.by();
      case UNCHANGED -> plan + " was in force already";
      case REFUSED ->
          plan
              + " is REFUSED; "
              + (report.inForce() == null ? "the one before" : report.inForce())
              + " stays in force: "
              + String.join("; ", report.problems());
    };
  }
}
