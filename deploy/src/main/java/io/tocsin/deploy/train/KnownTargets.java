package io.tocsin.deploy.train;

import io.tocsin.scoring.linear.OutputKind;

/** The gradient of the cross entropy over those outputs whose target is known. */
final class KnownTargets {
  private KnownTargets() {}

  /**
   * Reckons the gradient by each logarithmic odd. Softmax outputs with an unknown target are left
   * out of the sum of probabilities, so that the others are judged against each other.
   *
   * @param odds logarithmic odds, an output each
   * @param gradient takes the result; exactly 0 where the target is unknown
   */
  static void gradient(
      OutputKind kind, float[] odds, float[] targets, float weight, float[] gradient) {
    int known = 0;
    for (int output = 0; output < targets.length; output++) {
      if (!Float.isNaN(targets[output])) {
        gradient[known++] = odds[output];
      }
    }
    if (known > 0) {
      kind.toProbabilities(gradient, known);
    }
    for (int output = targets.length - 1; output >= 0; output--) {
      gradient[output] =
          Float.isNaN(targets[output]) ? 0 : weight * (gradient[--known] - targets[output]);
    }
  }
}
