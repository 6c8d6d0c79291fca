package io.tocsin.mention;

import org.jspecify.annotations.Nullable;

/**
 * A record of the firehose before anything is believed of it.
 *
 * @param value its bytes; null for a tombstone
 * @param source the Kafka topic or the file it came from
 * @param partition the Kafka partition; 0 for a file
 * @param offset the Kafka offset; for a file the offset of the line's first byte
 * @param receivedAtMillis when the broker took it (for a file: when the run started), epoch
 *     milliseconds
 */
public record RawRecord(
    byte @Nullable [] value, String source, int partition, long offset, long receivedAtMillis) {}
