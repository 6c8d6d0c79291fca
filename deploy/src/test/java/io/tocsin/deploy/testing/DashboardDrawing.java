package io.tocsin.deploy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the page that draws dashboards, beside the dashboards and a Prometheus. */
public final class DashboardDrawing implements AutoCloseable {
  private static final String PROMETHEUS = "/prometheus";
  private static final String DASHBOARDS = "/dashboards/";

  /** Without its style sheet a chart lies beside its axes. */
  private static final String STYLED =
      "[...document.querySelectorAll('.u-over')].every(e => getComputedStyle(e).position === 'absolute')";

  private static final Map<String, String> TYPES =
      Map.of(
          "css",
          "text/css",
          "js",
          "text/javascript",
          "json",
          "application/json",
          "svg",
          "image/svg+xml");

  private final Path page;
  private final Path dashboards;
  private final Prometheus prometheus;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final HttpServer server;

  private DashboardDrawing(Path page, Path dashboards, Prometheus prometheus) throws IOException {
    this.page = page;
    this.dashboards = dashboards;
    this.prometheus = prometheus;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serveFile);
    server.createContext(PROMETHEUS, this::askPrometheus);
  }

  /**
   * Begins to serve.
   *
   * @param page as {@link GrafanaCode#build} built it
   * @param dashboards folder of the dashboards
   * @param prometheus asked by the panels
   */
  public static DashboardDrawing start(Path page, Path dashboards, Prometheus prometheus)
      throws IOException {
    DashboardDrawing drawing = new DashboardDrawing(page, dashboards, prometheus);
    drawing.server.start();
    return drawing;
  }

  /**
   * Draws a dashboard and keeps a picture of it.
   *
   * @param name of the dashboard's file
   * @param asked further parameters of the page: variables of the dashboard, {@code theme}
   * @param picture its name
   * @return for each panel {@code title}, {@code type}, how many {@code numbers} it was drawn from,
   *     and its {@code error} if it has one
   */
  public JsonNode draw(Browser browser, String name, String asked, String picture)
      throws IOException {
    String address = "http://127.0.0.1:%d/?dashboard=%s&%s";
    browser.driver().get(address.formatted(server.getAddress().getPort(), name, asked));
    Eventually.holds(
        () -> assertThat(value(browser, "window.drawn !== undefined")).isEqualTo("true"));
    assertThat(value(browser, STYLED)).as("the style of charts is there").isEqualTo("true");
    browser.resize(1620, Integer.parseInt(value(browser, "document.body.scrollHeight")) + 150);
    browser.screenshot(picture);
    return new ObjectMapper().readTree(value(browser, "JSON.stringify(window.drawn)"));
  }

  private static String value(Browser browser, String expression) {
    return String.valueOf(browser.driver().executeScript("return " + expression));
  }

  private void serveFile(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Path file =
        path.startsWith(DASHBOARDS)
            ? dashboards.resolve(path.substring(DASHBOARDS.length()))
            : page.resolve(path.equals("/") ? "index.html" : path.substring(1));
    String ending = path.substring(path.lastIndexOf('.') + 1);
    exchange.getResponseHeaders().add("Content-Type", TYPES.getOrDefault(ending, "text/html"));
    boolean there = Files.isRegularFile(file);
    answer(exchange, there ? 200 : 404, there ? Files.readAllBytes(file) : new byte[0]);
  }

  private void askPrometheus(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestURI().toString().substring(PROMETHEUS.length());
    HttpRequest request = HttpRequest.newBuilder(URI.create(prometheus.url() + asked)).build();
    try {
      HttpResponse<byte[]> reply = http.send(request, BodyHandlers.ofByteArray());
      answer(exchange, reply.statusCode(), reply.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
