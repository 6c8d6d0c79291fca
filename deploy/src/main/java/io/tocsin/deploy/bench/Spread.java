package io.tocsin.deploy.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** What several runs gave. */
record Spread(double median, double least, double most) {
  /**
   * Of at least one value.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Spread of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** Of one number each. */
  static <T> Spread of(Collection<T> runs, ToDoubleFunction<? super T> number) {
    return of(runs.stream().mapToDouble(number).toArray());
  }
}
