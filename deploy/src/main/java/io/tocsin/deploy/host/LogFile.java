package io.tocsin.deploy.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The log file of one run of the command. The terminal tells the product's story; all else goes
 * here.
 */
public final class LogFile {
  /** The system property that {@code log4j2.xml} reads. */
  static final String PROPERTY = "tocsin.log.file";

  private static final int KEPT = 20;

  private LogFile() {}

  /**
   * Chooses the file of this process, and removes all but the newest of earlier ones. Must come
   * before the first logger.
   */
  public static void choose(Path folder) {
    System.setProperty(
        PROPERTY, folder.resolve("tocsin-" + ProcessHandle.current().pid() + ".log").toString());
    if (Files.isDirectory(folder)) {
      oldest(folder).forEach(LogFile::deleteIfPossible);
    }
  }

  /** Where the log is, for a message. */
  public static String path() {
    return System.getProperty(PROPERTY, "the log");
  }

  private static List<Path> oldest(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".log"))
          .sorted(Comparator.comparing(LogFile::lastModifiedMillis).reversed())
          .skip(KEPT)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static long lastModifiedMillis(Path file) {
    return file.toFile().lastModified();
  }

  private static void deleteIfPossible(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Another run may have removed it, or still writes it on a system that forbids removal.
      file.toFile().deleteOnExit();
    }
  }
}
