package io.tocsin.jobs.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver of pages on this machine that misbehaves by the path it is called under. */
final class Receiver implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final List<String> takenBodies = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where a receiver of this habit listens: take, restarting, busy, picky or hanging. */
  String url(String habit) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + habit;
  }

  /** How often it was called under this habit. */
  int calls(String habit) {
    return calls.getOrDefault("/" + habit, new AtomicInteger()).get();
  }

  /** The documents that were taken, in order. */
  List<String> takenBodies() {
    return List.copyOf(takenBodies);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    int call = calls.computeIfAbsent(path, name -> new AtomicInteger()).incrementAndGet();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    int status =
        switch (path) {
          case "/take" -> 200;
          case "/restarting" -> call == 1 ? 500 : 200;
          case "/busy" -> call == 1 ? 429 : 200;
          case "/picky" -> 400;
          default -> hang();
        };
    if (status == 200) {
      takenBodies.add(body);
    }
    exchange.getResponseHeaders().add("Retry-After", "0");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private int hang() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 503;
  }
}
