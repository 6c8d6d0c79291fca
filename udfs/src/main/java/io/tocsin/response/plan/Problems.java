package io.tocsin.response.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file. */
final class Problems {
  /** More than this many are counted, not kept: nobody reads them, and aliases multiply them. */
  static final int MOST_KEPT = 1_000;

  private final List<PlanProblem> kept = new ArrayList<>();
  private int notKept;
  private boolean anyError;

  void error(int line, int column, String path, String message) {
    anyError = true;
    keep(new PlanProblem(ProblemSeverity.ERROR, line, column, path, OneLine.of(message)));
  }

  void warning(int line, int column, String path, String message) {
    keep(new PlanProblem(ProblemSeverity.WARNING, line, column, path, OneLine.of(message)));
  }

  boolean anyError() {
    return anyError;
  }

  /** In the file's order; what was not kept is counted at the end. */
  List<PlanProblem> inFileOrder() {
    List<PlanProblem> ordered = new ArrayList<>(kept);
    ordered.sort(Comparator.comparingInt(PlanProblem::line).thenComparing(PlanProblem::column));
    if (notKept > 0) {
      ordered.add(tooMany());
    }
    return List.copyOf(ordered);
  }

  private void keep(PlanProblem problem) {
    if (kept.size() < MOST_KEPT) {
      kept.add(problem);
    } else {
      notKept++;
    }
  }

  private PlanProblem tooMany() {
    ProblemSeverity severity = anyError ? ProblemSeverity.ERROR : ProblemSeverity.WARNING;
    return new PlanProblem(severity, 1, 1, "", "and " + notKept + " more problems, not shown");
  }
}
