package io.tocsin.deploy.teacher;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.FileFault;
import io.tocsin.mention.Utf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a file of texts, one a line. */
public final class TextsFile {
  private TextsFile() {}

  /**
   * The texts in their order, each once, without empty lines.
   *
   * @throws BadInputException if the file cannot be read, a line is not UTF-8, or there is no text
   */
  public static List<String> read(Path file) {
    byte[] bytes = bytes(file);
    Set<String> texts = new LinkedHashSet<>();
    int number = 0;
    int from = 0;
    while (from < bytes.length) {
      int to = lineEnd(bytes, from);
      number++;
      requireUtf8(file, number, bytes, from, to);
      String text = new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
      if (!text.isEmpty()) {
        texts.add(text);
      }
      from = to + 1;
    }
    if (texts.isEmpty()) {
      throw new BadInputException(file + ": holds no text");
    }
    return new ArrayList<>(texts);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BadInputException("cannot read " + file + ": " + FileFault.reason(e), e);
    }
  }

  private static int lineEnd(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  private static void requireUtf8(Path file, int number, byte[] bytes, int from, int to) {
    int invalid = Utf8.firstInvalid(bytes, from, to);
    if (invalid != Utf8.VALID) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s line %d: not UTF-8: byte 0x%02X at offset %d",
              file,
              number,
              bytes[invalid] & 0xFF,
              invalid - from));
    }
  }
}
