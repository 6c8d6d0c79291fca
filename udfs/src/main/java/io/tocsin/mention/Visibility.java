package io.tocsin.mention;

/** Who may read a mention. The text of a private one never leaves the care queues. */
public enum Visibility {
  PUBLIC,
  PRIVATE
}
