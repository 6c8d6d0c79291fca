package io.tocsin.deploy.train;

import java.util.ArrayList;
import java.util.List;

/**
 * Weighs texts so that every class counts the same in sum, as macro-averaged recall counts them. A
 * class that nobody knows anything of keeps no weight.
 */
public final class ClassBalance {
  private ClassBalance() {}

  /**
   * The same texts, reweighed; their weights sum to what they summed to before.
   *
   * @param texts with as many targets each; those that sum to 1 over the known ones
   * @param strength from 0, which leaves the weights as they are, to 1
   */
  public static List<TrainingText> of(List<TrainingText> texts, double strength) {
    if (texts.isEmpty()) {
      return texts;
    }
    double[] masses = new double[texts.get(0).targets().length];
    double before = 0;
    for (TrainingText text : texts) {
      before += text.weight();
      for (int output = 0; output < masses.length; output++) {
        masses[output] += mass(text, output);
      }
    }
    double[] factors = factors(masses, before, strength);
    double after = 0;
    for (TrainingText text : texts) {
      after += text.weight() * factor(text, factors);
    }
    List<TrainingText> balanced = new ArrayList<>(texts.size());
    for (TrainingText text : texts) {
      balanced.add(text.times((float) (factor(text, factors) * before / after)));
    }
    return balanced;
  }

  private static double[] factors(double[] masses, double sum, double strength) {
    double[] factors = new double[masses.length];
    for (int output = 0; output < masses.length; output++) {
      if (masses[output] > 0) {
        factors[output] = StrictMath.pow(sum / masses[output], strength);
      }
    }
    return factors;
  }

  private static double factor(TrainingText text, double[] factors) {
    double factor = 0;
    for (int output = 0; output < factors.length; output++) {
      if (text.targets()[output] > 0) {
        factor += text.targets()[output] * factors[output];
      }
    }
    return factor;
  }

  private static double mass(TrainingText text, int output) {
    float target = text.targets()[output];
    return target > 0 ? target * text.weight() : 0;
  }
}
