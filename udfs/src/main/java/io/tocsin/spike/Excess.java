package io.tocsin.spike;

/**
 * A window that is over.
 *
 * @param look who says so
 * @param windowMillis its length; it ends with the judgement
 * @param observed the signal's sum
 * @param expected what the watch's own past would have given
 * @param score how far over, in the measure of the look: decades of rarity under the baseline for
 *     {@link Look#SUDDEN} and {@link Look#SLOW_BURN}, the mean rarity among the watch's days for
 *     {@link Look#CALIBRATED}, which is told of all its windows together
 */
public record Excess(Look look, long windowMillis, double observed, double expected, double score) {
  private static final double LEAST_EXPECTED = 0.01;

  /** How much likelier the window is at its own mean than at its expectation, in nats. */
  double clarity() {
    return logLikelihoodRatio(observed, expected);
  }

  /** Log of the likelihood ratio of a Poisson count at its own mean and at a lower expected one. */
  static double logLikelihoodRatio(double observed, double expected) {
    double held = Math.max(LEAST_EXPECTED, expected);
    return observed <= held ? 0 : observed * Math.log(observed / held) - (observed - held);
  }
}
