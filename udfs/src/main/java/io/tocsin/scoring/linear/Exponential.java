package io.tocsin.scoring.linear;

/**
 * The exponential function of numbers up to 0, several times faster than {@link StrictMath#exp},
 * and as exact to the bit on every machine: additions and multiplications only. Relative error at
 * most 3e-8, which is less than a float tells apart.
 */
final class Exponential {
  private static final double LOG2_OF_E = 1.4426950408889634;
  private static final double LEAST = -700;
  private static final int EXPONENT_BIAS = 1023;
  private static final int FRACTION_BITS = 52;

  // 2 to the power of f for f from -0.5 to 0.5: Taylor's series, (ln 2)^n / n!
  private static final double C1 = 0.6931471805599453;
  private static final double C2 = 0.2402265069591007;
  private static final double C3 = 0.05550410866482158;
  private static final double C4 = 0.009618129107628477;
  private static final double C5 = 0.0013333558146428443;
  private static final double C6 = 1.540353039338161E-4;
  private static final double C7 = 1.5252733804059841E-5;

  private Exponential() {}

  /**
   * e to the power of x.
   *
   * @param x at most 0; below -700 the result is 0
   */
  static double of(double x) {
    if (x < LEAST) {
      return 0;
    }
    double power = x * LOG2_OF_E;
    long whole = (long) (power - 0.5);
    double f = power - whole;
    double series = 1 + f * (C1 + f * (C2 + f * (C3 + f * (C4 + f * (C5 + f * (C6 + f * C7))))));
    return series * Double.longBitsToDouble((whole + EXPONENT_BIAS) << FRACTION_BITS);
  }
}
