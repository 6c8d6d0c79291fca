package io.tocsin.incident;

import io.tocsin.spike.Signal;
import org.jspecify.annotations.Nullable;

/**
 * A location that burns, with the figures of its strongest spike as last told.
 *
 * @param key the location's key
 * @param name for people
 * @param region name of the region around it; null where it lies in none
 * @param signal what burns
 * @param windowMillis the window that says so
 * @param observed the signal's sum in that window
 * @param expected what the location's own past would have given
 * @param score rarity in decades
 * @param mentions mentions in the window, each post counted
 * @param negativeShare negative among the scored mentions of the window, from 0 to 1
 */
public record BurningLocation(
    String key,
    String name,
    @Nullable String region,
    Signal signal,
    long windowMillis,
    double observed,
    double expected,
    double score,
    long mentions,
    double negativeShare) {}
