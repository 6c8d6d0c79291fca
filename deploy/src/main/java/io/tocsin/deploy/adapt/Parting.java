package io.tocsin.deploy.adapt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Texts to learn from, and a fifth that is held back to judge by. A text falls on its side by its
 * own checksum, so that it stays there when others are added.
 */
record Parting(List<TaughtText> training, List<TaughtText> heldBack) {
  private static final int PARTS = 5;

  static Parting of(List<TaughtText> texts) {
    List<TaughtText> training = new ArrayList<>();
    List<TaughtText> heldBack = new ArrayList<>();
    for (TaughtText text : texts) {
      (checksum(text.text()) % PARTS == 0 ? heldBack : training).add(text);
    }
    return new Parting(training, heldBack);
  }

  private static long checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
