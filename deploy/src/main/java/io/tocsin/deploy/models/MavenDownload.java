package io.tocsin.deploy.models;

import io.tocsin.deploy.host.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Fetches jars through Maven, with the user's own mirrors and credentials, into a folder that can
 * be thrown away. Maven checks their sums. What a broken-off run has fetched is used by the next.
 */
final class MavenDownload {
  private static final long LOOK_SECONDS = 1;

  private final Path folder;
  private final Path log;

  /**
   * A download.
   *
   * @param folder for the jars, Maven's own store and its log
   */
  MavenDownload(Path folder) {
    this.folder = folder;
    this.log = folder.resolve("maven.log");
  }

  /** Where the jars are after {@link #run}. */
  Path jars() {
    return folder.resolve("jars");
  }

  /**
   * Runs an execution of the dependency plugin that copies to {@code ${tocsin.download}}.
   *
   * @param pom names the execution
   * @param execution its id
   * @param progress told every second how many bytes have come
   * @throws UserException if Maven is missing or fails
   */
  void run(Path pom, String execution, LongConsumer progress) {
    Process maven = start(pom, execution);
    try {
      while (!maven.waitFor(LOOK_SECONDS, TimeUnit.SECONDS)) {
        progress.accept(size(store()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException("interrupted; run the command again to go on", e);
    } finally {
      maven.destroy();
    }
    if (maven.exitValue() != 0) {
      throw new UserException(
          "Maven could not fetch it: " + firstError() + " (all in " + log + "); run it again");
    }
  }

  private Path store() {
    return folder.resolve("store");
  }

  private Process start(Path pom, String execution) {
    Path ownStore = Path.of(System.getProperty("user.home"), ".m2", "repository");
    List<String> command =
        List.of(
            "mvn",
            "--batch-mode",
            "--no-transfer-progress",
            "--file",
            pom.toString(),
            "dependency:copy@" + execution,
            "-Dtocsin.download=" + jars(),
            "-Dmaven.repo.local=" + store(),
            "-Dmaven.repo.local.tail=" + ownStore);
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new UserException("needs Maven: put mvn on the PATH (https://maven.apache.org)", e);
    }
  }

  private String firstError() {
    try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("[ERROR]"))
          .findFirst()
          .map(line -> line.substring("[ERROR]".length()).strip())
          .orElse("it does not say why");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
  }

  private static long size(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException | UncheckedIOException e) {
      // Maven renames files while they are counted; the next look is a second away.
      return 0;
    }
  }
}
