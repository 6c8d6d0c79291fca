package io.tocsin.deploy.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of this machine, for servers that would hide a taken port in a log. */
public final class Ports {
  private static final int BACKLOG = 1;

  private Ports() {}

  /**
   * Makes sure that a port can be had.
   *
   * @param what who wants it, for the message
   * @param port the port, or 0 for any
   * @return the port, or a free one if it was 0
   * @throws PortInUseException if another program holds it
   */
  public static int available(String what, int port) {
    try (ServerSocket socket = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (BindException e) {
      throw new PortInUseException(what, port, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot try port " + port + " for " + what, e);
    }
  }

  /**
   * A port as a person gave it.
   *
   * @throws BadInputException if it is none, with the option's name and the value
   */
  public static int given(String option, int port) {
    if (port < 0 || port > 65_535) {
      throw new BadInputException(option + " is not a port from 0 to 65535: " + port);
    }
    return port;
  }
}
