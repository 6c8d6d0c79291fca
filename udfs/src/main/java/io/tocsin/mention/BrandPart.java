package io.tocsin.mention;

import java.util.Comparator;

/**
 * A part of a brand that a post can be about.
 *
 * @param brand the brand's key
 * @param kind what it is
 * @param key the part's key, once a brand and kind
 */
public record BrandPart(String brand, PartKind kind, String key) implements Comparable<BrandPart> {
  private static final Comparator<BrandPart> ORDER =
      Comparator.comparing(BrandPart::brand)
          .thenComparing(BrandPart::kind)
          .thenComparing(BrandPart::key);

  /** By brand, kind and key. */
  @Override
  public int compareTo(BrandPart other) {
    return ORDER.compare(this, other);
  }
}
