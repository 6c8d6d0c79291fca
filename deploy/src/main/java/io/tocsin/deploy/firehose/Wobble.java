package io.tocsin.deploy.firehose;

import io.tocsin.deploy.firehose.chance.Chance;

/**
 * A factor around 1 that wanders from second to second and comes back within about a minute: it
 * makes counts of a minute vary more than Poisson counts do, as real ones do.
 *
 * <p>It is the exponential of a first-order autoregression (a discrete Ornstein-Uhlenbeck process),
 * with mean 1.
 */
final class Wobble {
  private static final double DEVIATION = 0.12;
  private static final double MEMORY_SECONDS = 60;
  private static final double KEEP = StrictMath.exp(-1 / MEMORY_SECONDS);
  private static final double FRESH = StrictMath.sqrt(1 - KEEP * KEEP);

  private final Chance chance;
  private double position;

  Wobble(Chance chance) {
    this.chance = chance;
  }

  /** The factor of the next second, above 0. */
  double next() {
    position = KEEP * position + FRESH * chance.normal();
    return StrictMath.exp(DEVIATION * position - DEVIATION * DEVIATION / 2);
  }
}
