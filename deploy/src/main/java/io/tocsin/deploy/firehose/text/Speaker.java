package io.tocsin.deploy.firehose.text;

/** Fills the gaps of a sentence. */
@FunctionalInterface
public interface Speaker {
  /** Appends what stands in the slot. */
  void fill(Slot slot, StringBuilder out);
}
