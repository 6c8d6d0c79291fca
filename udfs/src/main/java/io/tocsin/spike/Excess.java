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
  /** By how many deviations of a Poisson count it is over. */
  double deviations() {
    return (observed - expected) / Math.sqrt(expected + 1);
  }
}
