package io.tocsin.deploy.engine;

import io.tocsin.deploy.host.PortInUseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The broker's loopback sockets, bound before the broker starts. So a taken port is found before
 * anything is written, port 0 is settled without a race, and the settings can name the real port.
 */
final class BoundSockets implements ServerSocketFactory, AutoCloseable {
  private static final int ANY_PORT = 0;

  private final Map<String, ServerSocketChannel> socketsByListener = new ConcurrentHashMap<>();

  /**
   * Binds a listener.
   *
   * @param listener the listener's name in the broker's settings
   * @param port the port, or 0 for a free one
   * @return the port it is bound to
   * @throws PortInUseException if another program holds the port
   */
  int bind(String listener, int port) {
    try {
      ServerSocketChannel socket = ServerSocketChannel.open();
      socketsByListener.put(listener, socket);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.configureBlocking(false);
      return socket.socket().getLocalPort();
    } catch (BindException e) {
      throw new PortInUseException("Kafka", port, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot bind port " + port + " for Kafka", e);
    }
  }

  /** Binds a listener to a free port. */
  int bindAny(String listener) {
    return bind(listener, ANY_PORT);
  }

  @Override
  public ServerSocketChannel openServerSocket(
      String listener, InetSocketAddress address, int backlog, int receiveBufferBytes)
      throws IOException {
    ServerSocketChannel socket = socketsByListener.remove(listener);
    if (socket == null) {
      throw new IOException(
          "listener " + listener + " at " + address + " was not bound in advance");
    }
    return socket;
  }

  /** Closes the sockets that no broker has taken over. */
  @Override
  public void close() {
    socketsByListener.values().forEach(BoundSockets::closeQuietly);
    socketsByListener.clear();
  }

  private static void closeQuietly(ServerSocketChannel socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + socket, e);
    }
  }
}
