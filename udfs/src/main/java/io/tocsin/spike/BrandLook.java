package io.tocsin.spike;

import java.time.Instant;

/**
 * What the sudden look saw of a brand as a whole in its shortest window, beside what was usual: the
 * band that people see is the one that decides.
 *
 * @param brand the brand's key
 * @param signal volume, in voices, or negativity, a sum of probabilities
 * @param at end of the window
 * @param windowMillis its length
 * @param observed the signal in the window; 0 where the watch goes to sleep after this look, as it
 *     has too little to hear and looks no more until a mention comes
 * @param expected what the watch's own past and the calendar give the window
 * @param upperBound what the window must reach before the look can fire; support, mood and the
 *     watch's own days may ask for more
 */
public record BrandLook(
    String brand,
    Signal signal,
    Instant at,
    long windowMillis,
    double observed,
    double expected,
    double upperBound) {}
