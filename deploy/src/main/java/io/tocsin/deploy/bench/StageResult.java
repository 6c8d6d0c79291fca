package io.tocsin.deploy.bench;

import java.util.List;

/**
 * All counted runs of one stage.
 *
 * @param empty runs on a topic without a record: what starting and ending the job costs
 * @param full runs on the full topic
 */
record StageResult(Stage stage, List<Measurement> empty, List<Measurement> full) {
  /** Keeps its own lists. */
  StageResult {
    empty = List.copyOf(empty);
    full = List.copyOf(full);
  }

  /** CPU microseconds a mention, without the job's start and end. */
  Spread cpuMicros() {
    double startNanos = startNanos().median();
    return Spread.of(full, run -> (run.cpuNanos() - startNanos) / run.records() / 1e3);
  }

  /** CPU nanoseconds of the same job without a record. */
  Spread startNanos() {
    return Spread.of(empty, Measurement::cpuNanos);
  }

  /** Mentions a second on the wall. */
  Spread recordsPerSecond() {
    return Spread.of(full, Measurement::recordsPerSecond);
  }
}
