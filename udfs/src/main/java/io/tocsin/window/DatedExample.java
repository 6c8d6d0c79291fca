package io.tocsin.window;

/**
 * An example with the slide in which it came.
 *
 * @param slideMillis start of the slide, epoch milliseconds
 * @param example the post
 */
public record DatedExample(long slideMillis, KeyedExample example) {}
