package io.tocsin.deploy.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are there whole or not at all, whatever interrupts the writing. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Makes sure that a file can be written, before long work is done for it.
   *
   * @throws BadInputException if a folder stands there, or its own folder does not take files
   */
  public static void requireWritable(Path file) {
    Path folder = folderOf(file);
    if (Files.isDirectory(file)) {
      throw new BadInputException("cannot write " + file + ": it is a folder");
    }
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new BadInputException("cannot write " + file + ": " + folder + " takes no files");
    }
  }

  /**
   * Writes the file beside its place and moves it there.
   *
   * @throws UserException if that is not possible
   */
  public static void write(Path file, byte[] content) {
    // Not a temporary file of Java's: only its owner could read it, and so the result.
    long process = ProcessHandle.current().pid();
    Path part = folderOf(file).resolve(file.getFileName() + "." + process + ".part");
    try {
      try {
        Files.write(part, content);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UserException("cannot write " + file + ": " + FileFault.reason(e), e);
    }
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file : folder;
  }
}
