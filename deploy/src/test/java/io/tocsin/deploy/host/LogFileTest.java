package io.tocsin.deploy.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  private final String before = System.getProperty(LogFile.PROPERTY, "");

  @TempDir Path folder;

  @AfterEach
  void putTheChoiceBack() {
    if (before.isEmpty()) {
      System.clearProperty(LogFile.PROPERTY);
    } else {
      System.setProperty(LogFile.PROPERTY, before);
    }
  }

  @Test
  void keepsTheTwentyNewestAndWhatIsNoLog() throws IOException {
    for (int i = 0; i < 25; i++) {
      Path file = Files.createFile(folder.resolve("tocsin-" + i + ".log"));
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * (i + 1)));
    }
    Path other = Files.createFile(folder.resolve("notes.txt"));
    LogFile.choose(folder);
    assertThat(folder.resolve("tocsin-4.log")).doesNotExist();
    assertThat(folder.resolve("tocsin-5.log")).exists();
    assertThat(other).exists();
  }

  @Test
  void isNamedAfterTheProcess() {
    LogFile.choose(folder.resolve("none-yet"));
    assertThat(LogFile.path())
        .endsWith("tocsin-" + ProcessHandle.current().pid() + ".log")
        .startsWith(folder.toString());
  }
}
