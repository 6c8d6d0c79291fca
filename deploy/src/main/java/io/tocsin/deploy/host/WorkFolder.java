package io.tocsin.deploy.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that one process works in, with everything that broker and cluster write. A temporary
 * one is wiped at the end, and those of killed processes are wiped by the next; a chosen one stays.
 */
public final class WorkFolder implements AutoCloseable {
  private static final String RUN = "run-";
  private static final double BYTES_PER_GIB = 1L << 30;

  /** A folder without an owner may just be getting one. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final Path path;
  private final boolean kept;

  private WorkFolder(Path path, boolean kept) {
    this.path = path;
    this.kept = kept;
  }

  /** A new folder under the system's temporary folder. */
  public static WorkFolder temporary() {
    String base = "tocsin-" + System.getProperty("user.name", "user");
    return temporaryIn(Path.of(System.getProperty("java.io.tmpdir")).resolve(base), Instant.now());
  }

  /**
   * A new folder that is wiped on close. Those that killed processes left beside it are wiped now.
   *
   * @param base where temporary folders stand, and nothing else
   * @param now the time, to judge how old a folder without an owner is
   */
  static WorkFolder temporaryIn(Path base, Instant now) {
    Folders.create(base);
    stale(base, now).forEach(Folders::delete);
    try {
      return claimed(Files.createTempDirectory(base, RUN), false);
    } catch (IOException e) {
      throw new UserException("cannot work in " + base + ": " + e.getMessage(), e);
    }
  }

  /**
   * A folder of the person's choice, which stays.
   *
   * @throws UserException if another process works there, or the folder cannot be made
   */
  public static WorkFolder keptAt(Path folder) {
    Path path = Folders.create(folder.toAbsolutePath().normalize());
    try {
      Optional<FolderOwner> owner = FolderOwner.read(path);
      if (owner.filter(FolderOwner::isAlive).isPresent()) {
        throw new UserException(
            "process " + owner.get().pid() + " works in " + path + ": stop it, or choose another");
      }
      FolderOwner.release(path);
      return claimed(path, true);
    } catch (IOException e) {
      throw new UserException("cannot work in " + path + ": " + e.getMessage(), e);
    }
  }

  /** The folder itself. */
  public Path path() {
    return path;
  }

  /** A file or folder inside. */
  public Path resolve(String name) {
    return path.resolve(name);
  }

  /** Whether it stays after the end. */
  public boolean isKept() {
    return kept;
  }

  /**
   * Makes sure of space on its disk.
   *
   * @param bytes how much is needed
   * @throws UserException if there is less
   */
  public void requireFree(long bytes) {
    try {
      long free = Files.getFileStore(path).getUsableSpace();
      if (free < bytes) {
        throw new UserException(
            String.format(
                Locale.ROOT,
                "the disk of %s has %.1f GiB free and %.1f GiB are needed: free some, or choose"
                    + " another folder",
                path,
                free / BYTES_PER_GIB,
                bytes / BYTES_PER_GIB));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tell the free space of " + path, e);
    }
  }

  /** Wipes a temporary folder; leaves a chosen one to others. */
  @Override
  public void close() {
    if (!kept) {
      Folders.delete(path);
      return;
    }
    try {
      FolderOwner.release(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot release " + path, e);
    }
  }

  private static WorkFolder claimed(Path path, boolean kept) throws IOException {
    if (!FolderOwner.ofThisProcess().claim(path)) {
      throw new UserException("another process just took " + path + ": choose another");
    }
    return new WorkFolder(path, kept);
  }

  private static List<Path> stale(Path base, Instant now) {
    try (Stream<Path> folders = Files.list(base)) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith(RUN))
          .filter(folder -> isStale(folder, now))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + base, e);
    }
  }

  private static boolean isStale(Path folder, Instant now) {
    try {
      Optional<FolderOwner> owner = FolderOwner.read(folder);
      return owner.isPresent()
          ? !owner.get().isAlive()
          : Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(GRACE));
    } catch (IOException e) {
      // Another process is wiping it at this moment.
      return false;
    }
  }
}
