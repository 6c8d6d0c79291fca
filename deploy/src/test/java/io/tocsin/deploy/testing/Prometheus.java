package io.tocsin.deploy.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real Prometheus of this machine, on loopback, with a folder of its own. */
public final class Prometheus implements AutoCloseable {
  private final LocalServer server;

  private Prometheus(LocalServer server) {
    this.server = server;
  }

  /**
   * Starts it and waits until it answers; the test is left out where there is none.
   *
   * @param folder for its data and its log
   * @param config its configuration file
   */
  public static Prometheus start(Path folder, Path config) throws IOException {
    return new Prometheus(
        LocalServer.start(
            "prometheus",
            folder,
            "--config.file=" + config,
            "--storage.tsdb.path=" + folder.resolve("data")));
  }

  /**
   * What the expression gives now: the API's {@code data.result}.
   *
   * @throws AssertionError if Prometheus refuses the expression
   */
  public JsonNode query(String expression) throws IOException, InterruptedException {
    return data("/api/v1/query?query=" + encoded(expression)).get("result");
  }

  /**
   * Every value that the expression gives now, or has given in the last ten minutes.
   *
   * @param instant whether it is asked for now only
   * @throws AssertionError if Prometheus refuses the expression
   */
  public List<Double> values(String expression, boolean instant)
      throws IOException, InterruptedException {
    List<Double> values = new ArrayList<>();
    if (instant) {
      query(expression).forEach(series -> values.add(number(series.get("value"))));
    } else {
      long now = System.currentTimeMillis() / 1000;
      String asked = "query=%s&start=%d&end=%d&step=10";
      String range = asked.formatted(encoded(expression), now - 600, now);
      JsonNode found = data("/api/v1/query_range?" + range).get("result");
      found.forEach(s -> s.get("values").forEach(sample -> values.add(number(sample))));
    }
    return values;
  }

  /** Where it listens, without a slash at the end. */
  public String url() {
    return server.url();
  }

  private static double number(JsonNode sample) {
    return Double.parseDouble(sample.get(1).asText().replace("Inf", "Infinity"));
  }

  private static String encoded(String expression) {
    return URLEncoder.encode(expression, StandardCharsets.UTF_8);
  }

  private JsonNode data(String path) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(server.get(path)).get("data");
  }

  /** Ends the process that was started here. */
  @Override
  public void close() throws InterruptedException {
    server.close();
  }
}
