package io.tocsin.scoring.linear;

/** How a model's sums become probabilities. */
public enum OutputKind {
  /** The outputs exclude each other: their probabilities sum to 1. */
  SOFTMAX(0),
  /** Each output is true or not for itself. */
  SIGMOID(1);

  private static final OutputKind[] ALL = values();

  private final int code;

  OutputKind(int code) {
    this.code = code;
  }

  /** How many kinds there are. */
  static int count() {
    return ALL.length;
  }

  /** The kind that a model file calls by this number. */
  static OutputKind ofCode(int code) {
    return ALL[code];
  }

  /** What a model file calls it. */
  int code() {
    return code;
  }

  /**
   * Turns sums into probabilities, in place. Exact to the bit on every machine.
   *
   * @param values logarithmic odds; afterwards probabilities from 0 to 1
   * @param count how many of them
   */
  public void toProbabilities(float[] values, int count) {
    if (this == SOFTMAX) {
      softmax(values, count);
    } else {
      for (int i = 0; i < count; i++) {
        values[i] = sigmoid(values[i]);
      }
    }
  }

  private static float sigmoid(float odds) {
    double power = Exponential.of(-Math.abs(odds));
    return (float) (odds < 0 ? power / (1 + power) : 1 / (1 + power));
  }

  private static void softmax(float[] values, int count) {
    float greatest = values[0];
    for (int i = 1; i < count; i++) {
      greatest = Math.max(greatest, values[i]);
    }
    float sum = 0;
    for (int i = 0; i < count; i++) {
      values[i] = (float) Exponential.of(values[i] - greatest);
      sum += values[i];
    }
    for (int i = 0; i < count; i++) {
      values[i] /= sum;
    }
  }
}
