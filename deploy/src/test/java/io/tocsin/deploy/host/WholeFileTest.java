package io.tocsin.deploy.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  @Test
  void replacesWhatWasThere() throws Exception {
    Path file = Files.writeString(folder.resolve("model"), "a longer text than the new one");
    WholeFile.write(file, new byte[] {1, 2, 3});
    assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(folder).isDirectoryContaining("glob:**model");
    assertThat(folder.toFile().list()).containsExactly("model");
  }

  @Test
  void mayBeReadByWhoeverMayReadOtherFiles() throws Exception {
    Path other = Files.writeString(folder.resolve("other"), "other");
    Path file = folder.resolve("model");
    WholeFile.write(file, new byte[1]);
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void leavesNothingWhereItCannotWrite() throws Exception {
    Path taken = folder.resolve("model");
    Files.createDirectories(taken.resolve("full"));
    assertThatThrownBy(() -> WholeFile.write(taken, new byte[1]))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("cannot write " + taken);
    assertThat(folder.toFile().list()).containsExactly("model");
  }
}
