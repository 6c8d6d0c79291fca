package io.tocsin.deploy.firehose.chance;

import java.util.Arrays;
import java.util.List;

/** Values of unequal likelihood. */
public final class Weighted<T> {
  private final List<T> values;
  private final double[] upTo;

  private Weighted(List<T> values, double[] upTo) {
    this.values = values;
    this.upTo = upTo;
  }

  /**
   * Each value with its weight, in the same order; weights need not sum to 1.
   *
   * @throws IllegalArgumentException if their numbers differ, a weight is negative or all are 0
   */
  public static <T> Weighted<T> of(List<T> values, double... weights) {
    if (values.size() != weights.length) {
      throw new IllegalArgumentException(
          values.size() + " values but " + weights.length + " weights");
    }
    double[] upTo = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] < 0) {
        throw new IllegalArgumentException(
            "weight of " + values.get(i) + " is negative: " + weights[i]);
      }
      sum += weights[i];
      upTo[i] = sum;
    }
    if (sum <= 0) {
      throw new IllegalArgumentException("no weight is positive: " + Arrays.toString(weights));
    }
    return new Weighted<>(List.copyOf(values), upTo);
  }

  /** One of the values. */
  public T pick(Chance chance) {
    double point = chance.unit() * upTo[upTo.length - 1];
    int index = 0;
    while (upTo[index] <= point) {
      index++;
    }
    return values.get(index);
  }
}
