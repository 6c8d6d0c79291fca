package io.tocsin.deploy.firehose;

/** What a record of the firehose is, as its sender knows and its reader finds out. */
public enum RecordKind {
  /** A valid mention, for the first time. */
  MENTION,
  /** The bytes of an earlier mention, once more. */
  REDELIVERY,
  /** No valid mention. */
  MALFORMED
}
