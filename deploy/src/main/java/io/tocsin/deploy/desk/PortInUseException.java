package io.tocsin.deploy.desk;

/** The desk cannot listen where it was told to. Its message is one line for a person. */
public final class PortInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortInUseException(String host, int port, Throwable cause) {
    super("cannot listen on " + host + ":" + port + ": the port is in use or not allowed", cause);
  }
}
