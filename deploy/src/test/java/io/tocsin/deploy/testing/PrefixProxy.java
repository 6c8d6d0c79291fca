package io.tocsin.deploy.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A reverse proxy on loopback that serves another server under a prefix, as companies do with
 * several tools under one name. It asks under a name of its own, and changes no byte of an answer.
 */
public final class PrefixProxy implements AutoCloseable {
  private static final Set<String> PASSED =
      Set.of("content-type", "cookie", "origin", "sec-fetch-site", "accept", "authorization");
  private static final Set<String> RETURNED =
      Set.of("content-type", "set-cookie", "content-security-policy", "www-authenticate");

  private final String prefix;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Set<String> astray = new ConcurrentSkipListSet<>();
  private final HttpServer server;
  private volatile @Nullable URI target;

  private PrefixProxy(String prefix) throws IOException {
    this.prefix = prefix;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::lost);
    server.createContext(prefix + "/", this::forward);
    server.start();
  }

  /** Listens on a free port; what it serves is told by {@link #serve}. */
  public static PrefixProxy start(String prefix) throws IOException {
    return new PrefixProxy(prefix);
  }

  /** Serves that server from now on. */
  public void serve(String url) {
    target = URI.create(url);
  }

  /** Where it listens, with the prefix and without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + prefix;
  }

  /** What was asked for beside the prefix: nothing of it is there. */
  public Set<String> astray() {
    return new TreeSet<>(astray);
  }

  private void lost(HttpExchange exchange) throws IOException {
    astray.add(exchange.getRequestURI().getPath());
    exchange.sendResponseHeaders(404, -1);
    exchange.close();
  }

  private void forward(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpResponse<InputStream> answer =
          client.send(request(exchange), BodyHandlers.ofInputStream());
      RETURNED.forEach(
          name ->
              answer
                  .headers()
                  .allValues(name)
                  .forEach(value -> exchange.getResponseHeaders().add(name, value)));
      exchange.sendResponseHeaders(answer.statusCode(), 0);
      copy(answer.body(), exchange.getResponseBody());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(HttpExchange exchange) throws IOException {
    URI asked = exchange.getRequestURI();
    String path = asked.getRawPath().substring(prefix.length() + 1);
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(target + path + query))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
            .header("X-Forwarded-Prefix", prefix);
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (PASSED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  /** Passes on what comes as it comes: a stream of events never ends. */
  private static void copy(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[8_192];
    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      to.write(buffer, 0, read);
      to.flush();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
