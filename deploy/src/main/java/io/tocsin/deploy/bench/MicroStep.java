package io.tocsin.deploy.bench;

import java.util.function.LongSupplier;

/**
 * One step of the flow by itself.
 *
 * @param title its name in the table
 * @param operations how often a round does it
 * @param round does it that often and returns something that depends on every result, so that the
 *     compiler cannot leave any out
 */
record MicroStep(String title, int operations, LongSupplier round) {}
