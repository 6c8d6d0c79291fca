package io.tocsin.deploy.bench;

/**
 * One run of one stage.
 *
 * @param records how many its source read
 * @param cpuNanos CPU time of the process from submission to end
 * @param readingMillis wall time from the first record to the last; 0 if there was none
 */
record Measurement(long records, long cpuNanos, long readingMillis) {
  /** Records a second while they were read. */
  double recordsPerSecond() {
    return records * 1_000.0 / Math.max(1, readingMillis);
  }
}
