package io.tocsin.deploy.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

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
    String encoded = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    return data("/api/v1/query?query=" + encoded).get("result");
  }

  /** The values that a label takes on a metric. */
  public JsonNode labelValues(String metric, String label)
      throws IOException, InterruptedException {
    return data("/api/v1/label/" + label + "/values?match%5B%5D=" + metric);
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
