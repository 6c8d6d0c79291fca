package io.tocsin.mention;

/** Why a record of the firehose was not accepted as a mention. */
public enum DeadLetterReason {
  /** The record has no value. */
  NULL_RECORD,
  /** The bytes are not UTF-8. */
  INVALID_UTF8,
  /** The bytes are not one JSON object. */
  MALFORMED_JSON,
  /** A required field is absent, null or empty. */
  MISSING_FIELD,
  /** A field holds another type or an unknown word. */
  WRONG_TYPE,
  /** A number is outside its range. */
  OUT_OF_RANGE,
  /** The text is longer than {@link MentionParser#MAX_TEXT_CHARS}. */
  TEXT_TOO_LONG,
  /** The post claims to be from before {@link MentionParser#EARLIEST_MILLIS}. */
  TIME_TOO_OLD,
  /** The post claims to be from later than it was received. */
  TIME_IN_FUTURE
}
