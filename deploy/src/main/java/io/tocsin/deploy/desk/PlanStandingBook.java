package io.tocsin.deploy.desk;

import io.tocsin.response.live.PlanReport;
import io.tocsin.response.live.PlanVerdict;

/** Which crisis plan is in force, from what is told of each that was published. */
final class PlanStandingBook {
  private PlanStanding standing = PlanStanding.UNKNOWN;

  void put(PlanReport report) {
    standing = report.verdict() == PlanVerdict.REFUSED ? refused(report) : accepted(report);
  }

  private PlanStanding refused(PlanReport report) {
    String inForce = report.inForce() == null ? standing.version() : report.inForce();
    return new PlanStanding(
        inForce, standing.since(), standing.by(), standing.refusals() + 1, report);
  }

  private PlanStanding accepted(PlanReport report) {
    boolean known = report.version().equals(standing.version());
    return known && report.verdict() == PlanVerdict.UNCHANGED
        ? new PlanStanding(
            standing.version(), standing.since(), standing.by(), standing.refusals(), null)
        : new PlanStanding(report.version(), report.at(), report.by(), standing.refusals(), null);
  }

  PlanStanding standing() {
    return standing;
  }
}
