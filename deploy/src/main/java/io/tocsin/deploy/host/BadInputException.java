package io.tocsin.deploy.host;

/** What the person gave is wrong: a file, a value, a combination. */
public final class BadInputException extends UserException {
  private static final long serialVersionUID = 1L;

  /** With the one line to show: place, value, and what would be right. */
  public BadInputException(String message) {
    super(message);
  }

  /** With the one line to show, and the cause for the log file. */
  public BadInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
