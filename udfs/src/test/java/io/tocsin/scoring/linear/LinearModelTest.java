package io.tocsin.scoring.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearModelTest {
  private static final long SEED = 7;

  private final FeatureScanner scanner = new FeatureScanner();

  @Test
  void sumsAsPlainArithmeticDoesForAnyNumberOfOutputs() {
    Random random = new Random(SEED);
    for (int outputs = 1; outputs <= 17; outputs++) {
      byte[] weights = new byte[outputs << 10];
      random.nextBytes(weights);
      LinearModel model = model(OutputKind.SOFTMAX, 10, outputs, weights);
      TextFeatures features = scanner.read("why is it down again? ".repeat(1 + random.nextInt(20)));
      float[] odds = new float[outputs];
      model.sum(features, odds);
      for (int output = 0; output < outputs; output++) {
        double expected =
            output
                + plain(features.words(), weights, outputs, output)
                + plain(features.characters(), weights, outputs, output);
        assertThat((double) odds[output])
            .as("output %d of %d, seed %d", output, outputs, SEED)
            .isCloseTo(expected, within(1e-3));
      }
    }
  }

  @Test
  void givesSoftmaxProbabilitiesThatSumToOne() {
    LinearModel model = randomModel(OutputKind.SOFTMAX);
    float[] probabilities = new float[3];
    model.judge(scanner.read("so so good"), probabilities);
    assertThat(probabilities[0] + probabilities[1] + probabilities[2]).isCloseTo(1, within(1e-6f));
  }

  @Test
  void givesEachSigmoidForItself() {
    float[] biases = {0, 200, -200};
    LinearModel model = new LinearModel(OutputKind.SIGMOID, 8, biases, 1, new byte[3 << 8]);
    float[] probabilities = new float[3];
    model.judge(scanner.read("anything"), probabilities);
    assertThat(probabilities).containsExactly(0.5f, 1, 0);
  }

  @Test
  void keepsItsWeights() {
    byte[] weights = new byte[5 << 9];
    new Random(SEED).nextBytes(weights);
    assertThat(model(OutputKind.SIGMOID, 9, 5, weights).weights()).isEqualTo(weights);
  }

  @Test
  void refusesWeightsThatDoNotFillTheBuckets() {
    assertThatThrownBy(() -> model(OutputKind.SOFTMAX, 10, 3, new byte[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights do not fill the buckets: 3");
    assertThatThrownBy(() -> model(OutputKind.SOFTMAX, 30, 3, new byte[3]))
        .hasMessage("bits is not from 8 to 22: 30");
    assertThatThrownBy(() -> model(OutputKind.SOFTMAX, 10, 0, new byte[3]))
        .hasMessage("outputs is not from 1 to 64: 0");
  }

  private static double plain(FeatureList features, byte[] weights, int outputs, int output) {
    int bits = Integer.numberOfTrailingZeros(weights.length / outputs);
    double sum = 0;
    for (int i = 0; i < features.size(); i++) {
      sum += weights[(features.hash(i) >>> (Integer.SIZE - bits)) * outputs + output];
    }
    return features.size() == 0 ? 0 : 0.01 * sum / Math.sqrt(features.size());
  }

  private static LinearModel randomModel(OutputKind kind) {
    byte[] weights = new byte[3 << 10];
    new Random(SEED).nextBytes(weights);
    return model(kind, 10, 3, weights);
  }

  private static LinearModel model(OutputKind kind, int bits, int outputs, byte[] weights) {
    float[] biases = new float[outputs];
    for (int output = 0; output < outputs; output++) {
      biases[output] = output;
    }
    return new LinearModel(kind, bits, biases, 0.01f, weights);
  }
}
