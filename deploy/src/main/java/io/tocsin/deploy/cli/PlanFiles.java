package io.tocsin.deploy.cli;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.plan.CrisisPlanParser;
import io.tocsin.response.plan.PlanReading;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Crisis plans as verbs take them: refused before anything starts, with all errors at once. */
public final class PlanFiles {
  private PlanFiles() {}

  /**
   * The plan in the file; its warnings and errors are printed, a line each.
   *
   * @throws BadInputException if the file cannot be read or the plan has errors
   */
  public static CrisisPlan load(Path file, PrintWriter problems) {
    PlanReading reading = read(file);
    reading.lines().forEach(problems::println);
    problems.flush();
    CrisisPlan plan = reading.plan();
    if (plan == null) {
      throw new BadInputException(file + " is not a usable crisis plan");
    }
    return plan;
  }

  private static PlanReading read(Path file) {
    try {
      return CrisisPlanParser.read(file);
    } catch (IOException e) {
      throw new BadInputException("cannot read the plan " + file, e);
    }
  }
}
