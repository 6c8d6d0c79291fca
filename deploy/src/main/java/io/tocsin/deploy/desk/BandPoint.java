package io.tocsin.deploy.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the detector saw of a brand at one look, and what it held it against.
 *
 * @param at event time of the look
 * @param observed the signal in the detector's shortest window; null where that is not known
 * @param expected what the brand's own past gives that window; null where that is not known
 * @param upperBound what the window must reach to be sudden; null where that is not known
 */
record BandPoint(
    Instant at,
    @Nullable Double observed,
    @Nullable Double expected,
    @Nullable Double upperBound) {}
