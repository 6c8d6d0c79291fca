package io.tocsin.deploy.host;

/**
 * Something that the person at the terminal can put right. Its message is one sentence that names
 * the place, the value and, where it is known, what to do; it is shown without a stack trace.
 */
public class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the one line to show. */
  public UserException(String message) {
    super(message);
  }

  /** With the one line to show, and the cause for the log file. */
  public UserException(String message, Throwable cause) {
    super(message, cause);
  }
}
