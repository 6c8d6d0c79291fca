package io.tocsin.deploy.host;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that works in a folder, as written in a file there. The start time tells it from a
 * later process of the same number.
 *
 * @param pid the process's number
 * @param startMillis when it started, in epoch milliseconds; 0 where the system does not say
 */
record FolderOwner(long pid, long startMillis) {
  private static final String FILE = "owner";
  private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\d{1,18})\\s*");

  static FolderOwner ofThisProcess() {
    return of(ProcessHandle.current());
  }

  /** Who works in the folder; empty if nobody does or the file cannot be understood. */
  static Optional<FolderOwner> read(Path folder) throws IOException {
    try {
      Matcher line = LINE.matcher(Files.readString(folder.resolve(FILE)));
      return line.matches()
          ? Optional.of(
              new FolderOwner(Long.parseLong(line.group(1)), Long.parseLong(line.group(2))))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Whether this process got the folder; false if another was quicker. */
  boolean claim(Path folder) throws IOException {
    try {
      Files.writeString(
          folder.resolve(FILE), pid + " " + startMillis + "\n", StandardOpenOption.CREATE_NEW);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /** Leaves the folder to others. */
  static void release(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
  }

  boolean isAlive() {
    return ProcessHandle.of(pid).map(FolderOwner::of).filter(this::equals).isPresent();
  }

  private static FolderOwner of(ProcessHandle process) {
    long startMillis = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return new FolderOwner(process.pid(), startMillis);
  }
}
