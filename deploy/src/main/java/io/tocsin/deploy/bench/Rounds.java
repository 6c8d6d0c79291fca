package io.tocsin.deploy.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures all stages in rounds: a machine that grows slower meanwhile slows all stages alike. In
 * each round a stage runs twice, on a topic without a record and on the full one; the first tells
 * what starting and ending its job costs. A first round warms the JVM up and is not counted.
 */
final class Rounds {
  /** A stage's two runs in one round. */
  private record Pair(Stage stage, Measurement empty, Measurement full) {}

  private final StageRunner runner;
  private final Consumer<String> progress;

  Rounds(StageRunner runner, Consumer<String> progress) {
    this.runner = runner;
    this.progress = progress;
  }

  /**
   * Runs the warm-up and the rounds.
   *
   * @param rounds from 1
   */
  List<StageResult> measure(int rounds, String emptyTopic, String fullTopic) {
    run("warm-up", emptyTopic, fullTopic);
    List<Pair> counted = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      counted.addAll(run("round " + round + " of " + rounds, emptyTopic, fullTopic));
    }
    return Arrays.stream(Stage.values()).map(stage -> resultOf(stage, counted)).toList();
  }

  private List<Pair> run(String round, String emptyTopic, String fullTopic) {
    List<Pair> pairs = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      Measurement empty = runner.run(stage, emptyTopic);
      Measurement full = runner.run(stage, fullTopic);
      tell(round, stage, full);
      pairs.add(new Pair(stage, empty, full));
    }
    return pairs;
  }

  private static StageResult resultOf(Stage stage, List<Pair> counted) {
    List<Pair> own = counted.stream().filter(pair -> pair.stage() == stage).toList();
    return new StageResult(
        stage, own.stream().map(Pair::empty).toList(), own.stream().map(Pair::full).toList());
  }

  private void tell(String round, Stage stage, Measurement measurement) {
    progress.accept(
        Texts.of(
            "%-12s %-24s %6.2f s of CPU, %,9.0f mentions a second",
            round, stage.title(), measurement.cpuNanos() / 1e9, measurement.recordsPerSecond()));
  }
}
