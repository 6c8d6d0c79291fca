package io.tocsin.incident;

import org.jspecify.annotations.Nullable;

/**
 * Why an incident reached its severity, and what that was judged by: enough to judge it again.
 *
 * @param reason the rule that held
 * @param spike id of the spike that it held for; null where it is about how many there are
 * @param score that spike's rarity, in decades; 0 where there is none
 * @param reach people that it reached, estimate; 0 where there is none
 * @param locations locations whose negativity burned at once
 * @param policy what the plan asks for
 */
public record SeverityGrounds(
    SeverityReason reason,
    @Nullable String spike,
    double score,
    long reach,
    int locations,
    SeverityPolicy policy) {
  /** The same, where another rule held. */
  SeverityGrounds because(SeverityReason rule) {
    return new SeverityGrounds(rule, spike, score, reach, locations, policy);
  }
}
