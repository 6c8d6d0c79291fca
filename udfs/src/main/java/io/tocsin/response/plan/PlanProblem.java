package io.tocsin.response.plan;

import java.util.Locale;

/**
 * One thing that is wrong with a plan's file.
 *
 * @param severity whether the plan can be used all the same
 * @param line from 1
 * @param column from 1, in code points
 * @param path the value it is about, {@code brands[2].page[0].url}; empty for the whole file
 * @param message what is wrong, with the value, on one line
 */
public record PlanProblem(
    ProblemSeverity severity, int line, int column, String path, String message) {

  /** One line as compilers write it: {@code plan.yaml:3:7: error: path: message}. */
  public String describe(String fileName) {
    String place = fileName + ":" + line + ":" + column + ": ";
    String subject = path.isEmpty() ? "" : path + ": ";
    return place + severity.name().toLowerCase(Locale.ROOT) + ": " + subject + message;
  }
}
