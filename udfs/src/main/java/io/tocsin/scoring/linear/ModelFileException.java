package io.tocsin.scoring.linear;

/** A model file cannot be used. The message is one line: which file, which byte, what is wrong. */
public final class ModelFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the line. */
  public ModelFileException(String message) {
    super(message);
  }

  /** With the line and what lies under it. */
  public ModelFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
