package io.tocsin.window;

/** Along which line a brand is cut into watches. */
public enum Dimension {
  BRAND,
  CHANNEL,
  /** Locations that belong together, and regions of such. */
  REGION,
  LOCATION,
  TOPIC
}
