package io.tocsin.deploy.firehose;

/**
 * One record as the firehose delivers it.
 *
 * @param key the mention's id in UTF-8
 * @param value the mention as JSON in UTF-8, or what is left of it
 * @param arrivalMillis when it arrives, epoch milliseconds
 * @param kind what it is
 */
public record FirehoseRecord(byte[] key, byte[] value, long arrivalMillis, RecordKind kind) {}
