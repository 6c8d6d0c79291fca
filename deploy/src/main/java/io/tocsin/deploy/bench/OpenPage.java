package io.tocsin.deploy.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A page that somebody has open: it hears what the desk tells, and counts it. */
final class OpenPage implements AutoCloseable {
  private final Socket socket;
  private final CountDownLatch first = new CountDownLatch(1);
  private volatile long bytes;
  private volatile long heardNanos;
  private volatile long longestGapNanos;

  private OpenPage(Socket socket) {
    this.socket = socket;
  }

  /**
   * Opens one.
   *
   * @param port of the desk on loopback
   * @param query which part it shows
   */
  static OpenPage open(int port, String query) throws IOException {
    OpenPage page = new OpenPage(new Socket(InetAddress.getLoopbackAddress(), port));
    String request =
        "GET /api/events%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAccept: text/event-stream\r\n\r\n"
            .formatted(query, port);
    page.socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    Thread thread = new Thread(page::listen, "viewer");
    thread.setDaemon(true);
    thread.start();
    return page;
  }

  private void listen() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(line);
      }
    } catch (IOException e) {
      // The page was closed.
    }
  }

  // Only the one thread that listens writes.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void hear(String line) {
    bytes += line.length() + 2;
    if (line.startsWith("data:")) {
      long now = System.nanoTime();
      longestGapNanos = heardNanos == 0 ? 0 : Math.max(longestGapNanos, now - heardNanos);
      heardNanos = now;
      first.countDown();
    }
  }

  void awaitFirst() throws InterruptedException {
    first.await();
  }

  /** Counts anew. */
  void forget() {
    bytes = 0;
    longestGapNanos = 0;
  }

  long bytes() {
    return bytes;
  }

  long longestGapMillis() {
    return longestGapNanos / 1_000_000;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
