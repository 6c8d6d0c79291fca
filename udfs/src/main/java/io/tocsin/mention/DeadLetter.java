package io.tocsin.mention;

import java.time.Instant;

/**
 * A record that was refused, kept whole so that nothing is lost.
 *
 * @param reason why
 * @param detail the field and the value that were wrong, for a person
 * @param source the Kafka topic or the file
 * @param partition the Kafka partition; 0 for a file
 * @param offset the Kafka offset or the byte offset in the file
 * @param bytes the record's bytes; empty for a tombstone
 * @param receivedAt when the record was received
 */
public record DeadLetter(
    DeadLetterReason reason,
    String detail,
    String source,
    int partition,
    long offset,
    byte[] bytes,
    Instant receivedAt) {}
