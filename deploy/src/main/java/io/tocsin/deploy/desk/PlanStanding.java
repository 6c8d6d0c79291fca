package io.tocsin.deploy.desk;

import io.tocsin.response.live.PlanReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which crisis plan is in force.
 *
 * @param version its version; null where no job has told
 * @param since when it came into force, by the wall clock
 * @param by who published it
 * @param refusals how many plans were refused
 * @param refusal the latest plan that was refused; null where one was in force after it
 */
record PlanStanding(
    @Nullable String version,
    @Nullable Instant since,
    @Nullable String by,
    long refusals,
    @Nullable PlanReport refusal) {
  static final PlanStanding UNKNOWN = new PlanStanding(null, null, null, 0, null);
}
