package io.tocsin.deploy.teacher;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes what the teacher thinks of texts: three probabilities and the text a line, by tabs. */
final class SoftLabelLines {
  private final StringBuilder lines = new StringBuilder();

  /**
   * Adds a line.
   *
   * @param probabilities of negative, neutral, positive
   */
  void add(float[] probabilities, String text) {
    for (float probability : probabilities) {
      lines.append(String.format(Locale.ROOT, "%.4f\t", probability));
    }
    lines.append(text).append('\n');
  }

  byte[] toBytes() {
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
