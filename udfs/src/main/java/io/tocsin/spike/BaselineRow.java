package io.tocsin.spike;

import java.time.Instant;

/**
 * What one brand's watch saw in one row, or in the rows through which it slept, beside what was
 * usual. For people who want to see why the detector did what it did.
 *
 * @param brand the brand's key
 * @param from start of the row, or of the first of the rows
 * @param until end of the row, or of the last of the rows
 * @param voices distinct voices heard
 * @param usualVoices what the baseline and the calendar give
 * @param voicesSpread standard deviation of voices, as the baseline has it
 * @param negativity sum of the probabilities of negative
 * @param usualNegativity what the baseline and the calendar give
 * @param negativitySpread standard deviation of negativity, as the baseline has it
 */
public record BaselineRow(
    String brand,
    Instant from,
    Instant until,
    double voices,
    double usualVoices,
    double voicesSpread,
    double negativity,
    double usualNegativity,
    double negativitySpread) {}
