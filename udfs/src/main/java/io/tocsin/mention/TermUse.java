package io.tocsin.mention;

import java.util.BitSet;

/**
 * What a hit of one term means, by the positions of brands in their sorted order, and of their
 * parts behind them.
 *
 * @param taggedOf brands that have it as handle, hashtag or cashtag, and parts that have it
 * @param phraseOf brands and parts that have it as phrase
 * @param exclusionOf brands that have it as exclusion
 */
@SuppressWarnings("ArrayRecordComponent") // read on every hit; never compared
record TermUse(int[] taggedOf, int[] phraseOf, int[] exclusionOf) {
  private static final int[] NONE = {};

  void markTagged(BitSet found) {
    for (int position : taggedOf) {
      found.set(position);
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

    void addTagged(int position) {
      taggedOf.set(position);
    }

    void addPhrase(int position) {
      phraseOf.set(position);
    }

    void addExclusion(int brand) {
      exclusionOf.set(brand);
    }

    TermUse build() {
      return new TermUse(arrayOf(taggedOf), arrayOf(phraseOf), arrayOf(exclusionOf));
    }

    /** Most terms have one kind of use: their empty arrays are one, which stays in the cache. */
    private static int[] arrayOf(BitSet positions) {
      return positions.isEmpty() ? NONE : positions.stream().toArray();
    }
  }
}
