package io.tocsin.deploy.bench;

import java.util.ArrayList;
import java.util.List;

/** The stages' costs as text. */
final class StageTable {
  /** The firehose that Tocsin is built for, mentions a second on a machine of two cores. */
  private static final int AIM_PER_SECOND = 143_199;

  private static final int AIM_CORES = 2;

  private StageTable() {}

  /**
   * One row a stage.
   *
   * @param results in the order of {@link Stage}, the bare source first
   */
  static List<String> lines(List<StageResult> results) {
    double bare = results.get(0).cpuMicros().median();
    double whole = results.get(results.size() - 1).cpuMicros().median();
    List<String> lines = new ArrayList<>();
    lines.add(
        Texts.of(
            "%-24s %8s %8s %8s %8s %8s %6s %12s %8s",
            "stage",
            "CPU µs",
            "least",
            "most",
            "x bare",
            "adds µs",
            "share",
            "mentions/s",
            "start s"));
    double before = 0;
    for (StageResult result : results) {
      lines.add(row(result, bare, before, whole));
      before = result.cpuMicros().median();
    }
    lines.addAll(notes());
    return lines;
  }

  private static String row(StageResult result, double bare, double before, double whole) {
    Spread cpu = result.cpuMicros();
    double adds = cpu.median() - before;
    return Texts.of(
        "%-24s %8.2f %8.2f %8.2f %8.1f %8.2f %5.0f%% %,12.0f %8.2f",
        result.stage().title(),
        cpu.median(),
        cpu.least(),
        cpu.most(),
        cpu.median() / bare,
        adds,
        100 * adds / whole,
        result.recordsPerSecond().median(),
        result.startNanos().median() / 1e9);
  }

  private static List<String> notes() {
    return List.of(
        "CPU µs: of the whole process a mention (Flink, broker, garbage collection), median of the"
            + " runs.",
        "The same job on an empty topic (start s, seconds of CPU) is taken off.",
        "adds, share: over the stage before, and of the last stage. mentions/s: first record to"
            + " last, on the wall.",
        Texts.of(
            "The aim: %,d mentions a second on %d cores is %.0f µs a mention.",
            AIM_PER_SECOND, AIM_CORES, AIM_CORES * 1e6 / AIM_PER_SECOND));
  }
}
