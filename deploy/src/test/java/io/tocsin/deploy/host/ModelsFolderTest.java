package io.tocsin.deploy.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelsFolderTest {
  private static final Path HOME = Path.of("/home/ana");

  @Test
  void isInTheUsersDataFolderUnlessSaidOtherwise() {
    Path usual = Path.of("/home/ana/.local/share/tocsin/models");
    assertThat(ModelsFolder.of(Map.of(), HOME)).isEqualTo(usual);
    assertThat(ModelsFolder.of(Map.of("TOCSIN_MODELS", "", "XDG_DATA_HOME", ""), HOME))
        .isEqualTo(usual);
  }

  @Test
  void followsTheUsersDataFolder() {
    assertThat(ModelsFolder.of(Map.of("XDG_DATA_HOME", "/data"), HOME))
        .isEqualTo(Path.of("/data/tocsin/models"));
  }

  @Test
  void movesWhereTheVariableSays() {
    assertThat(ModelsFolder.of(Map.of("TOCSIN_MODELS", "/m", "XDG_DATA_HOME", "/data"), HOME))
        .isEqualTo(Path.of("/m"));
  }
}
