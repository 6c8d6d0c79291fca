package io.tocsin.deploy.teacher;

import io.tocsin.deploy.train.TrainingText;
import java.util.Arrays;
import java.util.List;

/**
 * Trains a head: softmax regression on standardised numbers, with weights drawn to 0. The same
 * texts in the same order give the same head.
 */
final class E5HeadTrainer {
  /** How strongly weights are drawn to 0: L2. Anything from 0.01 to 0.1 served alike. */
  private static final double SHRINKAGE = 0.03;

  private static final int MOST_STEPS = 80;
  private static final double SMALLEST_DEVIATION = 1e-6;

  private final List<float[]> numbers;
  private final List<TrainingText> texts;
  private final int width;
  private final double weightSum;
  private final double[] means;
  private final double[] deviations;

  private E5HeadTrainer(List<float[]> numbers, List<TrainingText> texts) {
    this.numbers = numbers;
    this.texts = texts;
    width = numbers.get(0).length;
    weightSum = texts.stream().mapToDouble(TrainingText::weight).sum();
    means = new double[width];
    deviations = new double[width];
    standardise();
  }

  /**
   * Trains.
   *
   * @param name what to call the head
   * @param layers what the numbers were made of
   * @param numbers what the encoder made of each text
   * @param texts the texts with what they are and how much they count
   * @return the bytes of the head's file
   */
  static byte[] train(
      String name, List<Integer> layers, List<float[]> numbers, List<TrainingText> texts) {
    if (texts.isEmpty() || texts.size() != numbers.size()) {
      throw new IllegalArgumentException(texts.size() + " texts and " + numbers.size());
    }
    E5HeadTrainer trainer = new E5HeadTrainer(numbers, texts);
    int coordinates = E5Head.CLASSES * (trainer.width + 1);
    return trainer.file(name, layers, Lbfgs.least(trainer::loss, coordinates, MOST_STEPS));
  }

  private void standardise() {
    for (float[] row : numbers) {
      for (int i = 0; i < width; i++) {
        means[i] += row[i];
      }
    }
    for (int i = 0; i < width; i++) {
      means[i] /= numbers.size();
    }
    for (float[] row : numbers) {
      for (int i = 0; i < width; i++) {
        deviations[i] += (row[i] - means[i]) * (row[i] - means[i]);
      }
    }
    for (int i = 0; i < width; i++) {
      deviations[i] = Math.sqrt(deviations[i] / numbers.size()) + SMALLEST_DEVIATION;
    }
  }

  /** Cross entropy and shrinkage; the last three coordinates are the biases. */
  private double loss(double[] point, double[] gradient) {
    double loss = shrinkage(point, gradient);
    double[] odds = new double[E5Head.CLASSES];
    double[] standardised = new double[width];
    for (int row = 0; row < texts.size(); row++) {
      TrainingText text = texts.get(row);
      standardise(numbers.get(row), standardised);
      sum(point, standardised, odds);
      double weight = text.weight() / weightSum;
      for (int c = 0; c < E5Head.CLASSES; c++) {
        loss -= weight * text.targets()[c] * odds[c];
      }
      loss += weight * Softmax.inPlace(odds);
      for (int c = 0; c < E5Head.CLASSES; c++) {
        odds[c] = weight * (odds[c] - text.targets()[c]);
      }
      addTo(gradient, standardised, odds);
    }
    return loss;
  }

  private double shrinkage(double[] point, double[] gradient) {
    double squares = 0;
    int weights = E5Head.CLASSES * width;
    Arrays.fill(gradient, 0);
    for (int i = 0; i < weights; i++) {
      squares += point[i] * point[i];
      gradient[i] = SHRINKAGE * point[i];
    }
    return SHRINKAGE / 2 * squares;
  }

  private void standardise(float[] row, double[] standardised) {
    for (int i = 0; i < width; i++) {
      standardised[i] = (row[i] - means[i]) / deviations[i];
    }
  }

  private void sum(double[] point, double[] standardised, double[] odds) {
    for (int c = 0; c < E5Head.CLASSES; c++) {
      double sum = point[E5Head.CLASSES * width + c];
      for (int i = 0; i < width; i++) {
        sum += point[c * width + i] * standardised[i];
      }
      odds[c] = sum;
    }
  }

  private void addTo(double[] gradient, double[] standardised, double[] slopes) {
    for (int c = 0; c < E5Head.CLASSES; c++) {
      gradient[E5Head.CLASSES * width + c] += slopes[c];
      for (int i = 0; i < width; i++) {
        gradient[c * width + i] += slopes[c] * standardised[i];
      }
    }
  }

  /** With the standardisation inside the weights. */
  private byte[] file(String name, List<Integer> layers, double[] point) {
    float[] biases = new float[E5Head.CLASSES];
    float[] weights = new float[E5Head.CLASSES * width];
    for (int c = 0; c < E5Head.CLASSES; c++) {
      double bias = point[E5Head.CLASSES * width + c];
      for (int i = 0; i < width; i++) {
        double weight = point[c * width + i] / deviations[i];
        weights[E5Head.CLASSES * i + c] = (float) weight;
        bias -= weight * means[i];
      }
      biases[c] = (float) bias;
    }
    return E5HeadFile.write(name, layers, biases, weights);
  }
}
