package io.tocsin.deploy.bench;

import java.util.Arrays;

/**
 * A measured ratio with its error.
 *
 * @param standardError of the bootstrap
 * @param low the 2.5th percentile of the bootstrap
 * @param high the 97.5th
 */
record Ratio(double value, double standardError, double low, double high) {
  /** From the ratios of resampled data. */
  static Ratio of(double value, double[] resampled) {
    double[] sorted = resampled.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(sorted).average().orElseThrow();
    double squares = Arrays.stream(sorted).map(ratio -> (ratio - mean) * (ratio - mean)).sum();
    return new Ratio(
        value,
        Math.sqrt(squares / (sorted.length - 1)),
        sorted[(int) (0.025 * sorted.length)],
        sorted[(int) (0.975 * sorted.length)]);
  }
}
