package io.tocsin.deploy.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
  private final Instant now = Instant.now();

  /** Above every process number that Linux, macOS and Windows hand out. */
  private static final FolderOwner DEAD = new FolderOwner(999_999_999, 1);

  @TempDir Path base;
  private Path left;

  @BeforeEach
  void leaveAFolderBehind() throws IOException {
    left = Files.createDirectory(base.resolve("run-left"));
    Files.writeString(Files.createDirectory(left.resolve("kafka")).resolve("segment"), "bytes");
  }

  @Test
  void wipesATemporaryFolderAtTheEnd() throws IOException {
    Path path;
    try (WorkFolder folder = WorkFolder.temporaryIn(base, now)) {
      path = folder.path();
      Files.writeString(folder.resolve("file"), "bytes");
      assertThat(folder.isKept()).isFalse();
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void wipesWhatAKilledProcessLeft() throws IOException {
    DEAD.claim(left);
    WorkFolder.temporaryIn(base, now).close();
    assertThat(left).doesNotExist();
  }

  @Test
  void takesALaterProcessOfTheSameNumberForAnother() throws IOException {
    new FolderOwner(ProcessHandle.current().pid(), 1).claim(left);
    WorkFolder.temporaryIn(base, now).close();
    assertThat(left).doesNotExist();
  }

  @Test
  void leavesTheFolderOfALivingProcessAlone() throws IOException {
    FolderOwner.ofThisProcess().claim(left);
    WorkFolder.temporaryIn(base, now.plus(Duration.ofDays(1))).close();
    assertThat(left.resolve("kafka").resolve("segment")).exists();
  }

  @Test
  void givesAFolderAMinuteToGetAnOwner() {
    WorkFolder.temporaryIn(base, now).close();
    assertThat(left).exists();
    WorkFolder.temporaryIn(base, now.plus(Duration.ofMinutes(2))).close();
    assertThat(left).doesNotExist();
  }

  @Test
  void keepsAChosenFolderAndLetsTheNextOneIn() throws IOException {
    Path chosen = base.resolve("chosen");
    try (WorkFolder folder = WorkFolder.keptAt(chosen)) {
      Files.writeString(folder.resolve("file"), "bytes");
    }
    try (WorkFolder folder = WorkFolder.keptAt(chosen)) {
      assertThat(folder.resolve("file")).exists();
    }
  }

  @Test
  void takesOverAChosenFolderFromAKilledProcess() throws IOException {
    DEAD.claim(left);
    try (WorkFolder folder = WorkFolder.keptAt(left)) {
      assertThat(folder.resolve("kafka").resolve("segment")).exists();
    }
  }

  @Test
  void saysWhichProcessWorksInAChosenFolder() {
    try (WorkFolder first = WorkFolder.keptAt(left)) {
      assertThatThrownBy(() -> WorkFolder.keptAt(left))
          .isInstanceOf(UserException.class)
          .hasMessage(
              "process %d works in %s: stop it, or choose another",
              ProcessHandle.current().pid(), first.path());
    }
  }

  @Test
  void saysThatAFileStandsWhereTheFolderShouldBe() {
    Path file = left.resolve("kafka").resolve("segment");
    assertThatThrownBy(() -> WorkFolder.keptAt(file))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("cannot create the folder " + file);
  }

  @Test
  void saysHowMuchSpaceIsMissing() {
    try (WorkFolder folder = WorkFolder.keptAt(left)) {
      folder.requireFree(1);
      assertThatThrownBy(() -> folder.requireFree(1L << 60))
          .isInstanceOf(UserException.class)
          .hasMessageStartingWith("the disk of " + left + " has ")
          .hasMessageContaining("1073741824.0 GiB are needed");
    }
  }

  @Test
  void removesALinkAndNotWhatItPointsTo() throws IOException {
    Path outside = Files.writeString(base.resolve("outside"), "bytes");
    try (WorkFolder folder = WorkFolder.temporaryIn(base, now)) {
      Files.createSymbolicLink(folder.resolve("link"), outside);
    }
    assertThat(outside).exists();
  }
}
