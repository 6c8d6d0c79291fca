package io.tocsin.deploy.train;

/**
 * A text and what a model shall say of it.
 *
 * @param text the post as written
 * @param targets what each output shall be, from 0 to 1; {@link #UNKNOWN} where nobody knows: that
 *     output learns nothing from this text. Softmax outputs that are known sum to 1
 * @param weight how much the text counts; 1 as a rule, at least 0
 * @param group where it comes from, such as a language or a data set: a model learns what all
 *     groups share and what is each one's own
 */
public record TrainingText(String text, float[] targets, float weight, String group) {
  /** A target that is not known. */
  public static final float UNKNOWN = Float.NaN;

  /** Refuses targets and weights that mean nothing. */
  public TrainingText {
    for (float target : targets) {
      if (target < 0 || target > 1) {
        throw new IllegalArgumentException("target is not from 0 to 1: " + target);
      }
    }
    if (!(weight >= 0) || Float.isInfinite(weight)) {
      throw new IllegalArgumentException("weight is not from 0: " + weight);
    }
  }

  /**
   * A text of which one output is true and all others are not.
   *
   * @param output index of the true one
   * @param outputs how many there are
   */
  public static TrainingText labelled(String text, int output, int outputs, String group) {
    float[] targets = new float[outputs];
    targets[output] = 1;
    return new TrainingText(text, targets, 1, group);
  }

  /** The output with the greatest target; the first of equals. */
  public int likeliest() {
    int best = 0;
    for (int output = 1; output < targets.length; output++) {
      if (targets[output] > targets[best]) {
        best = output;
      }
    }
    return best;
  }

  /** The same with one target unknown. */
  public TrainingText withUnknown(int output) {
    float[] known = targets.clone();
    known[output] = UNKNOWN;
    return new TrainingText(text, known, weight, group);
  }

  /** The same, counting {@code factor} times as much. */
  public TrainingText times(float factor) {
    return new TrainingText(text, targets, weight * factor, group);
  }
}
