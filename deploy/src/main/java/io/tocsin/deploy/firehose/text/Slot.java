package io.tocsin.deploy.firehose.text;

import java.util.Arrays;
import java.util.Optional;

/** A gap in a sentence that only its speaker can fill. */
public enum Slot {
  /** The brand, as this speaker calls it. */
  BRAND("brand"),
  /** The speaker's town. */
  CITY("city"),
  /** A small number. */
  NUMBER("n"),
  /** A web address. */
  LINK("link");

  private final String word;

  Slot(String word) {
    this.word = word;
  }

  static Optional<Slot> named(String word) {
    return Arrays.stream(values()).filter(slot -> slot.word.equals(word)).findFirst();
  }
}
