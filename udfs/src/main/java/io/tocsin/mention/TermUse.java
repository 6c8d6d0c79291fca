package io.tocsin.mention;

import java.util.BitSet;

/**
 * What a hit of one term means, by the brands' positions in their sorted order.
 *
 * @param taggedOf brands that have it as handle, hashtag or cashtag
 * @param phraseOf brands that have it as phrase
 * @param exclusionOf brands that have it as exclusion
 */
@SuppressWarnings("ArrayRecordComponent") // read on every hit; never compared
record TermUse(int[] taggedOf, int[] phraseOf, int[] exclusionOf) {
  private static final int[] NONE = {};

  void markTagged(BitSet found) {
    for (int brand : taggedOf) {
      found.set(brand);
    }
  }

  void markExclusions(boolean[] hasExclusions) {
    for (int brand : exclusionOf) {
      hasExclusions[brand] = true;
    }
  }

  boolean isExclusion() {
    return exclusionOf.length > 0;
  }

  /** Gathers the uses of one term while the brands are read. */
  static final class Builder {
    private final BitSet taggedOf = new BitSet();
    private final BitSet phraseOf = new BitSet();
    private final BitSet exclusionOf = new BitSet();

    void addTagged(int brand) {
      taggedOf.set(brand);
    }

    void addPhrase(int brand) {
      phraseOf.set(brand);
    }

    void addExclusion(int brand) {
      exclusionOf.set(brand);
    }

    TermUse build() {
      return new TermUse(arrayOf(taggedOf), arrayOf(phraseOf), arrayOf(exclusionOf));
    }

    /** Most terms have one kind of use: their empty arrays are one, which stays in the cache. */
    private static int[] arrayOf(BitSet brands) {
      return brands.isEmpty() ? NONE : brands.stream().toArray();
    }
  }
}
