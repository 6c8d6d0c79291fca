package io.tocsin.deploy.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real Alertmanager of this machine, on loopback, with a folder of its own. */
public final class Alertmanager implements AutoCloseable {
  /** What Debian calls it, and what its makers do. */
  private static final String PROGRAM = "prometheus-alertmanager";

  private final Process process;
  private final String url;
  private final HttpClient http = HttpClient.newHttpClient();

  private Alertmanager(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts it and waits until it answers; the test is left out where there is none.
   *
   * @param folder for its data, its log and its configuration
   * @param webhook where it sends what it groups by brand, at once
   */
  public static Alertmanager start(Path folder, String webhook) throws IOException {
    Path program = Programs.require(PROGRAM);
    Path config =
        Files.writeString(
            folder.resolve("alertmanager.yml"),
            """
            route: {receiver: hook, group_by: [brand], group_wait: 0s, group_interval: 1s}
            receivers:
              - name: hook
                webhook_configs: [{url: "%s", send_resolved: true}]
            """
                .formatted(webhook));
    int port = Ports.free();
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--config.file=" + config,
                "--storage.path=" + folder.resolve("data"),
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("alertmanager.log").toFile())
            .start();
    Alertmanager alertmanager = new Alertmanager(process, "http://127.0.0.1:" + port);
    Eventually.holds(() -> alertmanager.get("/-/ready"));
    return alertmanager;
  }

  /** Where it listens. */
  public String url() {
    return url;
  }

  /** The alerts that it holds as active. */
  public JsonNode activeAlerts() throws IOException, InterruptedException {
    return new ObjectMapper().readTree(get("/api/v2/alerts?active=true"));
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(url + path)).build(),
            HttpResponse.BodyHandlers.ofString());
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
