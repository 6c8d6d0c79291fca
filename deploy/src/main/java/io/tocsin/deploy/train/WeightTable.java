package io.tocsin.deploy.train;

import io.tocsin.scoring.linear.FamilyWeight;
import io.tocsin.scoring.linear.LinearModel;
import java.util.Arrays;

/**
 * Weights that learn by AdaGrad: each takes smaller steps the more it has moved.
 *
 * @see <a href="https://www.jmlr.org/papers/v12/duchi11a.html">Duchi, Hazan, Singer 2011</a>
 */
final class WeightTable {
  /** Keeps the first steps from being the longest. */
  private static final float FIRST_MOVEMENT = 0.1f;

  private final int outputs;
  private final int shift;
  final float[] weights;
  final float[] biases;
  private final float[] movements;
  private final float[] biasMovements;

  WeightTable(int outputs, int bits) {
    this.outputs = outputs;
    shift = Integer.SIZE - bits;
    weights = new float[outputs << bits];
    biases = new float[outputs];
    movements = filled(weights.length);
    biasMovements = filled(outputs);
  }

  /** Takes over the weights of a model with as many outputs and buckets. */
  void startFrom(LinearModel model) {
    byte[] whole = model.weights();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = whole[i] * model.scale();
    }
    System.arraycopy(model.biases(), 0, biases, 0, outputs);
  }

  /** Adds what this table says of the features to the logarithmic odds. */
  void addTo(float[] odds, int[] words, int[] characters) {
    for (int output = 0; output < outputs; output++) {
      odds[output] += biases[output];
    }
    addFamily(odds, words);
    addFamily(odds, characters);
  }

  /**
   * Moves the weights of the features against the gradient.
   *
   * @param gradient of the loss by each logarithmic odd
   */
  void learn(float[] gradient, int[] words, int[] characters, float rate, float shrinkage) {
    for (int output = 0; output < outputs; output++) {
      if (gradient[output] != 0) {
        step(biases, biasMovements, output, gradient[output], rate);
      }
    }
    learnFamily(gradient, words, rate, shrinkage);
    learnFamily(gradient, characters, rate, shrinkage);
  }

  private void addFamily(float[] odds, int[] hashes) {
    if (hashes.length == 0) {
      return;
    }
    float weight = FamilyWeight.of(hashes.length);
    for (int hash : hashes) {
      int row = (hash >>> shift) * outputs;
      for (int output = 0; output < outputs; output++) {
        odds[output] += weight * weights[row + output];
      }
    }
  }

  private void learnFamily(float[] gradient, int[] hashes, float rate, float shrinkage) {
    if (hashes.length == 0) {
      return;
    }
    float weight = FamilyWeight.of(hashes.length);
    for (int hash : hashes) {
      int row = (hash >>> shift) * outputs;
      for (int output = 0; output < outputs; output++) {
        if (gradient[output] != 0) {
          float slope = gradient[output] * weight + shrinkage * weights[row + output];
          step(weights, movements, row + output, slope, rate);
        }
      }
    }
  }

  private static void step(float[] values, float[] movements, int at, float slope, float rate) {
    movements[at] += slope * slope;
    values[at] -= rate * slope / (float) Math.sqrt(movements[at]);
  }

  private static float[] filled(int length) {
    float[] movements = new float[length];
    Arrays.fill(movements, FIRST_MOVEMENT);
    return movements;
  }
}
