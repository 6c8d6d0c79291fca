package io.tocsin.response.live;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a published plan, by the wall clock.
 *
 * @param verdict whether it is in force
 * @param version the published plan's
 * @param publishedAt when it was published; null for the plan that a job began with
 * @param by who published it
 * @param at when it was judged
 * @param inForce version of the plan in force after the judgement; null where whoever judged does
 *     not know it
 * @param problems the first of its errors, or its warnings, each with its line and column
 */
public record PlanReport(
    PlanVerdict verdict,
    String version,
    @Nullable Instant publishedAt,
    String by,
    Instant at,
    @Nullable String inForce,
    List<String> problems) {
  /** Nobody reads more problems at once, and a report stays small. */
  public static final int MOST_PROBLEMS = 20;
}
