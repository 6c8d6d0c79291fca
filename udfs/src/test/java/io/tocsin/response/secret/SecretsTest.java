package io.tocsin.response.secret;

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
  void saysWhereOneIsMissing() {
    Secrets secrets = new Secrets(Map.of("TOCSIN_SECRETS", folder.toString()));

    assertThat(secrets.whyMissing("noc-key"))
        .isEqualTo(
            "secret 'noc-key' is neither in TOCSIN_SECRET_NOC_KEY nor a file of that name in"
                + " TOCSIN_SECRETS");
  }

  @Test
  void tellsAnUnreadableOneFromOneThatIsMissing() throws IOException {
    Files.createDirectory(folder.resolve("folder"));
    Files.write(folder.resolve("latin"), new byte[] {'g', 'e', 'h', (byte) 0xFC});
    Secrets secrets = new Secrets(Map.of("TOCSIN_SECRETS", folder.toString()));

    assertThat(secrets.find("folder")).isNull();
    assertThat(secrets.whyMissing("folder"))
        .isEqualTo("secret 'folder' is a file in TOCSIN_SECRETS that cannot be read: IOException");
    assertThat(secrets.find("latin")).isNull();
    assertThat(secrets.whyMissing("latin")).endsWith("cannot be read: MalformedInputException");
  }

  @Test
  void tellsAnEmptyOneFromOneThatIsMissing() throws IOException {
    Files.writeString(folder.resolve("noc-key"), "\n");
    Secrets secrets =
        new Secrets(Map.of("TOCSIN_SECRETS", folder.toString(), "TOCSIN_SECRET_CARE_KEY", " "));

    assertThat(secrets.find("noc-key")).isNull();
    assertThat(secrets.whyMissing("noc-key"))
        .isEqualTo("secret 'noc-key' is an empty file in TOCSIN_SECRETS");
    assertThat(secrets.find("care-key")).isNull();
    assertThat(secrets.whyMissing("care-key"))
        .isEqualTo("secret 'care-key' is empty in TOCSIN_SECRET_CARE_KEY");
  }

  @Test
  void standInOneMoreFolderWhereTheEnvironmentLeadsNowhere() throws IOException {
    Files.writeString(folder.resolve("key"), "from the last folder");

    assertThat(new Secrets(Map.of(), folder.toString()).find("key"))
        .isEqualTo("from the last folder");
    assertThat(new Secrets(Map.of("TOCSIN_SECRET_KEY", "ours"), folder.toString()).find("key"))
        .isEqualTo("ours");
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
