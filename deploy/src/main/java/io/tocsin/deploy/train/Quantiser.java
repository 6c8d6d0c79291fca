package io.tocsin.deploy.train;

import io.tocsin.scoring.linear.LinearModel;
import java.util.Arrays;

/** Makes whole numbers from -127 to 127 of weights. */
final class Quantiser {
  private static final int GREATEST = 127;

  /** The few weights beyond this share of all that are not 0 are cut to the greatest. */
  private static final double KEPT = 0.9995;

  private Quantiser() {}

  static LinearModel quantise(TrainingSettings settings, float[] biases, float[] weights) {
    float scale = scale(weights);
    byte[] whole = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      whole[i] = (byte) Math.max(-GREATEST, Math.min(GREATEST, Math.round(weights[i] / scale)));
    }
    return new LinearModel(settings.kind(), settings.bits(), biases, scale, whole);
  }

  private static float scale(float[] weights) {
    float[] sizes = new float[weights.length];
    int count = 0;
    for (float weight : weights) {
      if (weight != 0) {
        sizes[count++] = Math.abs(weight);
      }
    }
    if (count == 0) {
      return 1;
    }
    Arrays.sort(sizes, 0, count);
    return sizes[(int) Math.min(count - 1, Math.round(KEPT * count))] / GREATEST;
  }
}
