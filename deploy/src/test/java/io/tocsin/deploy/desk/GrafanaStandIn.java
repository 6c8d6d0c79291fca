package io.tocsin.deploy.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Answers as Grafana's annotations API does, on a real port, and refuses what it would refuse.
 *
 * @see <a
 *     href="https://grafana.com/docs/grafana/v12.4/developer-resources/api-reference/http-api/annotations/">Annotations
 *     HTTP API</a>
 */
final class GrafanaStandIn implements AutoCloseable {
  private static final String PATH = "/api/annotations";
  private static final Set<String> KNOWN = Set.of("time", "timeEnd", "tags", "text");

  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<Long, ObjectNode> annotations = new TreeMap<>();
  private final HttpServer server;
  private volatile String authorization;
  private long nextId = 1;

  /**
   * Listens.
   *
   * @param port 0 for any
   * @param authorization the header that it wants to see
   */
  GrafanaStandIn(int port, String authorization) throws IOException {
    this.authorization = authorization;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(PATH, this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  void wants(String header) {
    authorization = header;
  }

  /** All that were written, by their ids. */
  synchronized List<JsonNode> annotations() {
    List<JsonNode> copies = new ArrayList<>();
    annotations.values().forEach(annotation -> copies.add(annotation.deepCopy()));
    return copies;
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, message("Unauthorized"));
    } else {
      switch (exchange.getRequestMethod()) {
        case "GET" -> find(exchange);
        case "POST" -> create(exchange);
        case "PATCH" -> update(exchange, Long.parseLong(path.substring(PATH.length() + 1)));
        default -> answer(exchange, 405, message("Method not allowed"));
      }
    }
  }

  private void find(HttpExchange exchange) throws IOException {
    List<String> tags =
        Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
            .filter(pair -> pair.startsWith("tags="))
            .map(pair -> URLDecoder.decode(pair.substring("tags=".length()), UTF_8))
            .toList();
    var found = mapper.createArrayNode();
    for (ObjectNode annotation : annotations.values()) {
      List<String> its = new ArrayList<>();
      annotation.get("tags").forEach(tag -> its.add(tag.asText()));
      if (its.containsAll(tags)) {
        found.add(annotation);
      }
    }
    answer(exchange, 200, found);
  }

  private void create(HttpExchange exchange) throws IOException {
    JsonNode asked = mapper.readTree(exchange.getRequestBody());
    if (!isWellFormed(asked) || !asked.path("text").isTextual()) {
      answer(exchange, 400, message("bad request data"));
      return;
    }
    long id = nextId++;
    ObjectNode annotation = asked.deepCopy();
    annotations.put(id, annotation.put("id", id));
    answer(exchange, 200, message("Annotation added").put("id", id));
  }

  private void update(HttpExchange exchange, long id) throws IOException {
    JsonNode asked = mapper.readTree(exchange.getRequestBody());
    ObjectNode known = annotations.get(id);
    if (known == null || !isWellFormed(asked)) {
      answer(exchange, known == null ? 404 : 400, message("not done"));
      return;
    }
    known.setAll((ObjectNode) asked);
    answer(exchange, 200, message("Annotation patched"));
  }

  private static boolean isWellFormed(JsonNode asked) {
    for (Iterator<String> names = asked.fieldNames(); names.hasNext(); ) {
      if (!KNOWN.contains(names.next())) {
        return false;
      }
    }
    return asked.path("time").isIntegralNumber() && asked.path("tags").isArray();
  }

  private ObjectNode message(String text) {
    return mapper.createObjectNode().put("message", text);
  }

  private void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    try (exchange) {
      byte[] bytes = mapper.writeValueAsBytes(body);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
