package io.tocsin.scoring;

/** A scorer cannot be opened here. The message is one line for the person who chose it. */
public final class ScorerUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the line. */
  public ScorerUnavailableException(String message) {
    super(message);
  }

  /** With the line and what lies under it. */
  public ScorerUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
