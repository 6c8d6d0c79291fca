package io.tocsin.jobs;

import io.tocsin.jobs.config.JobSettings;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.plan.CrisisPlanParser;
import io.tocsin.response.plan.PlanReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** Reads the crisis plan before anything starts. */
final class PlanLoading {
  private PlanLoading() {}

  /**
   * The plan that the settings name.
   *
   * @throws IllegalArgumentException if it has errors, with all of them
   * @throws IOException if the file cannot be read
   */
  static CrisisPlan load(JobSettings settings) throws IOException {
    String file = Objects.requireNonNull(settings.planFile(), "no plan file");
    PlanReading reading = CrisisPlanParser.read(Path.of(file));
    CrisisPlan plan = reading.plan();
    if (plan == null) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), reading.lines()));
    }
    return plan;
  }
}
