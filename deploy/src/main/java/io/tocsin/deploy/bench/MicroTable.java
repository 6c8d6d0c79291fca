package io.tocsin.deploy.bench;

import java.util.ArrayList;
import java.util.List;

/** The single steps' costs as text. */
final class MicroTable {
  private MicroTable() {}

  /**
   * One row a step.
   *
   * @param results in the order of {@link MicroSteps#all}
   */
  static List<String> lines(List<MicroResult> results) {
    List<String> lines = new ArrayList<>();
    lines.add(Texts.of("%-24s %8s %8s", "single step, no Flink", "CPU µs", "least"));
    for (MicroResult result : results) {
      lines.add(
          Texts.of(
              "%-24s %8.3f %8.3f",
              result.title(), result.micros().median(), result.micros().least()));
    }
    return lines;
  }
}
