package io.tocsin.response.plan;

import io.tocsin.response.CrisisPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a plan's file.
 *
 * @param fileName names the file in messages
 * @param plan the plan; null if and only if there is an error
 * @param problems errors and warnings in the file's order
 */
public record PlanReading(String fileName, @Nullable CrisisPlan plan, List<PlanProblem> problems) {

  /** How many problems are of this severity. */
  public long count(ProblemSeverity severity) {
    return problems.stream().filter(problem -> problem.severity() == severity).count();
  }

  /** Every problem as one line with its place, in the file's order. */
  public List<String> lines() {
    return problems.stream().map(problem -> problem.describe(fileName)).toList();
  }
}
