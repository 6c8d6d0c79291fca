package io.tocsin.deploy.host;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What is wrong with a file, in words; Java's messages often are just the file's name again. */
public final class FileFault {
  private FileFault() {}

  /** The reason why a file could not be read or written, without its name. */
  public static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "access denied";
    }
    if (failure instanceof CharacterCodingException) {
      return "not UTF-8";
    }
    return failure instanceof FileSystemException fault && fault.getReason() != null
        ? fault.getReason()
        : String.valueOf(failure.getMessage());
  }
}
