package io.tocsin.spike;

/**
 * How rare a count is under a negative binomial distribution, the usual model of counts that are
 * burstier than Poisson.
 */
final class NegativeBinomial {
  private NegativeBinomial() {}

  /**
   * Chernoff's bound of the upper tail, in decades: 6 where chance gives such a count at most once
   * in 10^6. Zero where the count is not above the mean. The bound is smooth, takes sums of
   * fractions, and does not underflow.
   *
   * @param count observed, not negative
   * @param mean expected, above 0
   * @param dispersion variance over mean, from 1 (Poisson)
   * @see <a href="https://doi.org/10.1214/aoms/1177729330">Chernoff 1952</a>
   */
  static double upperTailDecades(double count, double mean, double dispersion) {
    if (count <= mean) {
      return 0;
    }
    double exponent = count * Math.log(count / mean);
    if (dispersion <= 1.0001) {
      exponent -= count - mean;
    } else {
      double size = mean / (dispersion - 1);
      exponent -= (count + size) * Math.log((count + size) / (mean + size));
    }
    return exponent / Math.log(10);
  }

  /**
   * The least count that is so rare, to a thousandth of itself: the inverse of {@link
   * #upperTailDecades} by bisection.
   *
   * @param decades rarity, above 0
   */
  static double leastBeyond(double decades, double mean, double dispersion) {
    double low = mean;
    double high = 2 * mean;
    while (upperTailDecades(high, mean, dispersion) < decades) {
      low = high;
      high *= 2;
    }
    while (high - low > high / 1_000) {
      double middle = (low + high) / 2;
      if (upperTailDecades(middle, mean, dispersion) < decades) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
