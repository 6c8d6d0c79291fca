package io.tocsin.window;

/** Along which line a brand is cut into watches. */
public enum Dimension {
  BRAND,
  CHANNEL
}
