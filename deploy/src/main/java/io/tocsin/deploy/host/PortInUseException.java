package io.tocsin.deploy.host;

/** A port of this machine is taken by another program. */
public final class PortInUseException extends UserException {
  private static final long serialVersionUID = 1L;

  private final int port;

  /**
   * @param what who wanted the port, such as {@code Kafka}
   * @param port the port that is taken
   */
  public PortInUseException(String what, int port, Throwable cause) {
    super(
        "port "
            + port
            + " for "
            + what
            + " is in use: stop the program that holds it, or choose another port (0 takes a free one)",
        cause);
    this.port = port;
  }

  /** The port that is taken. */
  public int port() {
    return port;
  }
}
