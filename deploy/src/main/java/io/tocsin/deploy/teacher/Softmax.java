package io.tocsin.deploy.teacher;

/** Makes probabilities of logarithmic odds. */
final class Softmax {
  private Softmax() {}

  /**
   * Turns odds into probabilities that sum to 1.
   *
   * @return the logarithm of the sum of the odds
   */
  static double inPlace(double[] odds) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double odd : odds) {
      greatest = Math.max(greatest, odd);
    }
    double sum = 0;
    for (int i = 0; i < odds.length; i++) {
      odds[i] = StrictMath.exp(odds[i] - greatest);
      sum += odds[i];
    }
    for (int i = 0; i < odds.length; i++) {
      odds[i] /= sum;
    }
    return greatest + StrictMath.log(sum);
  }
}
