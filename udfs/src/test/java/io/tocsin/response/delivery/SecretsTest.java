package io.tocsin.response.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir private Path folder;

  @Test
  void standInTheEnvironmentOrInFiles() throws IOException {
    Files.writeString(folder.resolve("noc-key"), "from a file\n");
    Secrets secrets =
        new Secrets(
            Map.of("TOCSIN_SECRETS", folder.toString(), "TOCSIN_SECRET_CARE_KEY", "from outside"));

    assertThat(secrets.find("care-key")).isEqualTo("from outside");
    assertThat(secrets.find("noc-key")).isEqualTo("from a file");
    assertThat(secrets.find("other")).isNull();
    assertThat(new Secrets(Map.of()).find("noc-key")).isNull();
  }

  @Test
  void areReadAnewSoThatTheyCanBeChanged() throws IOException {
    Secrets secrets = new Secrets(Map.of("TOCSIN_SECRETS", folder.toString()));
    Files.writeString(folder.resolve("key"), "old");
    assertThat(secrets.find("key")).isEqualTo("old");

    Files.writeString(folder.resolve("key"), "new");

    assertThat(secrets.find("key")).isEqualTo("new");
  }
}
