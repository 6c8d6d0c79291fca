package io.tocsin.deploy.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real Alertmanager of this machine, on loopback, with a folder of its own. */
public final class Alertmanager implements AutoCloseable {
  /** What Debian calls it, and what its makers do. */
  private static final String PROGRAM = "prometheus-alertmanager";

  private final LocalServer server;

  private Alertmanager(LocalServer server) {
    this.server = server;
  }

  /**
   * Starts it and waits until it answers; the test is left out where there is none.
   *
   * @param folder for its data, its log and its configuration
   * @param webhook where it sends what it groups by brand, at once
   */
  public static Alertmanager start(Path folder, String webhook) throws IOException {
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
    return new Alertmanager(
        LocalServer.start(
            PROGRAM,
            folder,
            "--config.file=" + config,
            "--storage.path=" + folder.resolve("data"),
            "--cluster.listen-address="));
  }

  /** Where it listens. */
  public String url() {
    return server.url();
  }

  /** The alerts that it holds as active. */
  public JsonNode activeAlerts() throws IOException, InterruptedException {
    return new ObjectMapper().readTree(server.get("/api/v2/alerts?active=true"));
  }

  /** Ends the process that was started here. */
  @Override
  public void close() throws InterruptedException {
    server.close();
  }
}
