package io.tocsin.deploy.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real Prometheus of this machine, on loopback, with a folder of its own. */
public final class Prometheus implements AutoCloseable {
  private final Process process;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();

  private Prometheus(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it and waits until it answers; the test is left out where there is none.
   *
   * @param folder for its data and its log
   * @param config its configuration file
   */
  public static Prometheus start(Path folder, Path config) throws IOException {
    Path program = Programs.require("prometheus");
    int port = Ports.free();
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    Prometheus prometheus = new Prometheus(process, port);
    Eventually.holds(() -> prometheus.get("/-/ready"));
    return prometheus;
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
    return new ObjectMapper().readTree(get(path)).get("data");
  }

  private String get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpResponse<String> answer =
        http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /** Ends the process that was started here. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
