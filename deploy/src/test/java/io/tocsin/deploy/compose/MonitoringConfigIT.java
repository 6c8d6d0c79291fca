package io.tocsin.deploy.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.testing.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Alertmanager's and Prometheus' own tools read what is shipped for Compose. */
class MonitoringConfigIT {
  @Test
  void alertmanagerTakesItsConfiguration() throws Exception {
    assertPasses(
        Programs.require("amtool").toString(),
        "check-config",
        Path.of("alertmanager", "alertmanager.yml").toString());
  }

  @Test
  void prometheusTakesItsConfiguration() throws Exception {
    assertPasses(
        Programs.require("promtool").toString(),
        "check",
        "config",
        "--syntax-only",
        Path.of("prometheus", "compose.yml").toString());
  }

  private static void assertPasses(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
