package io.tocsin.scoring.linear;

/**
 * Hashes of features, 32 bits wide. A hash grows by one unit at a time and is mixed once at its
 * end, so that n-grams that begin at the same unit share their work.
 */
final class FeatureHash {
  private static final int UNIT_FACTOR = 0x01000193;
  private static final int FIRST_FACTOR = 0x7feb352d;
  private static final int SECOND_FACTOR = 0x846ca68b;

  private FeatureHash() {}

  /** What {@code hash} stands for, with one more unit; not mixed yet. */
  static int append(int hash, int unit) {
    return (hash ^ unit) * UNIT_FACTOR;
  }

  /** Two things in this order; not mixed yet. */
  static int ofPair(int first, int second) {
    return (Integer.rotateLeft(first, 13) * SECOND_FACTOR) ^ second;
  }

  /** A short name, for features that stand for no piece of the text; not mixed yet. */
  static int of(String name) {
    int hash = 0;
    for (int i = 0; i < name.length(); i++) {
      hash = append(hash, name.charAt(i));
    }
    return hash;
  }

  /**
   * Spreads every bit over all others.
   *
   * @see <a href="https://github.com/skeeto/hash-prospector">hash-prospector, lowbias32</a>
   */
  static int mix(int hash) {
    int mixed = hash;
    mixed = (mixed ^ (mixed >>> 16)) * FIRST_FACTOR;
    mixed = (mixed ^ (mixed >>> 15)) * SECOND_FACTOR;
    return mixed ^ (mixed >>> 16);
  }
}
