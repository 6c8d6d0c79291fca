package io.tocsin.mention;

/** Who may read a mention. The text of a private one is never shown as an example or in a page. */
public enum Visibility {
  PUBLIC,
  PRIVATE
}
