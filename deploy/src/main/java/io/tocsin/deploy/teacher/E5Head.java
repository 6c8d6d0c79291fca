package io.tocsin.deploy.teacher;

import java.util.List;

/**
 * A softmax regression on what {@link E5Encoder} makes of a text. Immutable.
 *
 * @param version name and checksum, stamped on what it says
 * @param layers the layers that it reads
 * @param biases logarithmic odds of negative, neutral, positive where all numbers are 0
 * @param weights three for each number of the text
 */
record E5Head(String version, List<Integer> layers, float[] biases, float[] weights) {
  /** Negative, neutral, positive. */
  static final int CLASSES = 3;

  /** Refuses weights that do not fit the layers. */
  E5Head {
    layers = List.copyOf(layers);
    if (biases.length != CLASSES || weights.length != CLASSES * E5Encoder.WIDTH * layers.size()) {
      throw new IllegalArgumentException(
          "%d biases and %d weights do not fit the layers %s"
              .formatted(biases.length, weights.length, layers));
    }
  }

  /**
   * Judges a text.
   *
   * @param numbers what the encoder made of it
   * @return probabilities of negative, neutral, positive; they sum to 1
   */
  float[] judge(float[] numbers) {
    double[] odds = new double[CLASSES];
    for (int c = 0; c < CLASSES; c++) {
      odds[c] = biases[c];
    }
    for (int i = 0; i < numbers.length; i++) {
      for (int c = 0; c < CLASSES; c++) {
        odds[c] += (double) numbers[i] * weights[CLASSES * i + c];
      }
    }
    Softmax.inPlace(odds);
    return new float[] {(float) odds[0], (float) odds[1], (float) odds[2]};
  }
}
