package io.tocsin.deploy.picture;

import io.tocsin.spike.Signal;

/**
 * A spike from its raising to its end.
 *
 * @param brand the brand's key
 * @param signal what was too much
 * @param fromMillis when it was raised, epoch milliseconds
 * @param untilMillis when it ended, epoch milliseconds
 */
public record SpikeSpan(String brand, Signal signal, long fromMillis, long untilMillis) {}
