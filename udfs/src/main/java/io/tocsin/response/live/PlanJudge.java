package io.tocsin.response.live;

import io.tocsin.response.CrisisPlan;
import io.tocsin.response.plan.CrisisPlanParser;
import io.tocsin.response.plan.PlanReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges a published plan beside the one in force. A version names one plan: a plan that says
 * something else under the version in force is refused, as no decision could be traced to it.
 */
public final class PlanJudge {
  /** What messages call the text. */
  private static final String NAME = "plan";

  /**
   * A judgement.
   *
   * @param plan the plan that was published; null if it was refused
   * @param report what to tell of it
   */
  public record Judgement(@Nullable CrisisPlan plan, PlanReport report) {}

  private PlanJudge() {}

  /** Judges the notice at this time. */
  public static Judgement judge(PlanNotice notice, CrisisPlan inForce, Instant now) {
    PlanReading reading = CrisisPlanParser.read(notice.text(), NAME);
    CrisisPlan plan = reading.plan();
    List<String> problems = new ArrayList<>(reading.lines());
    String fault = plan == null ? null : faultOf(notice, plan, inForce);
    if (plan == null || fault != null) {
      if (fault != null) {
        problems.add(0, fault);
      }
      return new Judgement(
          null, report(PlanVerdict.REFUSED, notice, now, inForce.version(), problems));
    }
    PlanVerdict verdict = plan.equals(inForce) ? PlanVerdict.UNCHANGED : PlanVerdict.ACCEPTED;
    return new Judgement(plan, report(verdict, notice, now, plan.version(), problems));
  }

  /** Tells of the plan that a job begins with. */
  public static PlanReport started(CrisisPlan plan, Instant now) {
    return new PlanReport(
        PlanVerdict.STARTED,
        plan.version(),
        null,
        "the job's start",
        now,
        plan.version(),
        List.of());
  }

  private static @Nullable String faultOf(PlanNotice notice, CrisisPlan plan, CrisisPlan inForce) {
    if (!notice.version().equals(plan.version())) {
      return "published as version " + notice.version() + ", but says " + plan.version();
    }
    if (plan.version().equals(inForce.version()) && !plan.equals(inForce)) {
      return "version "
          + plan.version()
          + " is in force and says something else: give the new plan a version of its own";
    }
    return null;
  }

  private static PlanReport report(
      PlanVerdict verdict, PlanNotice notice, Instant now, String inForce, List<String> problems) {
    return new PlanReport(
        verdict,
        notice.version(),
        notice.publishedAt(),
        notice.by(),
        now,
        inForce,
        problems.stream().limit(PlanReport.MOST_PROBLEMS).toList());
  }
}
