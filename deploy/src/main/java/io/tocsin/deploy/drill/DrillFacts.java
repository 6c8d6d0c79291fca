package io.tocsin.deploy.drill;

import io.tocsin.deploy.demo.Chronicle.Step;
import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.PageReceipt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a drill.
 *
 * @param scenario what was played
 * @param worst the highest severity that its incident had; null where there was none
 * @param crisisAt event time from which on it was a crisis; null where it never was
 * @param times event time from its first mention to each step that was taken
 * @param calls pages that called somebody, in the order in which they came
 * @param failures pages that reached nobody
 * @param over whether nothing of it goes on
 */
record DrillFacts(
    DrillScenario scenario,
    @Nullable Severity worst,
    @Nullable Instant crisisAt,
    Map<Step, Duration> times,
    List<Page> calls,
    List<PageReceipt> failures,
    boolean over) {
  /** Whether the plan did what it is for: paged a crisis, or nobody where none was. */
  boolean isPassed() {
    return scenario.isCrisis() != calls.isEmpty();
  }
}
