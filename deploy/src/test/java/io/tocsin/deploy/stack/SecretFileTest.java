package io.tocsin.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.response.secret.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
  @TempDir private Path folder;

  @Test
  void isMadeOnceForTheOwnerAlone() throws IOException {
    Path secretsFolder = folder.resolve("secrets");
    Secrets secrets = new Secrets(Map.of(), secretsFolder.toString());

    assertThat(SecretFile.ensure(secrets, secretsFolder, "ack-links")).isTrue();
    String key = secrets.find("ack-links");
    assertThat(SecretFile.ensure(secrets, secretsFolder, "ack-links")).isFalse();

    assertThat(key).matches("[0-9a-f]{64}").isEqualTo(secrets.find("ack-links"));
    assertThat(Files.getPosixFilePermissions(secretsFolder.resolve("ack-links")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void isNotMadeWhereTheHostHasAKey() {
    Secrets secrets = new Secrets(Map.of("TOCSIN_SECRET_ACK_LINKS", "a key of sixteen"));

    SecretFile.ensure(secrets, folder.resolve("secrets"), "ack-links");

    assertThat(folder.resolve("secrets")).doesNotExist();
  }
}
