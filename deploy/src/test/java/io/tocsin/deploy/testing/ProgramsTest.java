package io.tocsin.deploy.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class ProgramsTest {
  @TempDir Path folder;

  @Test
  void findsAProgramOnThePath() throws Exception {
    Path program = Files.createFile(folder.resolve("bell"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    assertThat(Programs.require("bell", "/nowhere:" + folder, true)).isEqualTo(program);
  }

  @Test
  void leavesTheTestOutWhereTheProgramIsMissing() {
    assertThatThrownBy(() -> Programs.require("bell", folder.toString(), false))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("left out: bell");
  }

  @Test
  void failsTheTestInCiWhereTheProgramIsMissing() {
    assertThatThrownBy(() -> Programs.require("bell", folder.toString(), true))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("bell is not on the PATH");
  }
}
