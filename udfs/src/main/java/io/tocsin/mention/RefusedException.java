package io.tocsin.mention;

/**
 * Carries the first fault of a record from where it is seen to {@link MentionParser}, which turns
 * it into a {@link DeadLetter}. It has no stack trace: in a flood of bad records that would be most
 * of the work.
 */
final class RefusedException extends Exception {
  private final DeadLetterReason reason;

  RefusedException(DeadLetterReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  DeadLetterReason reason() {
    return reason;
  }

  /** The field and the value that were wrong. */
  String detail() {
    return String.valueOf(getMessage());
  }
}
