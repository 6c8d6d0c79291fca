package io.tocsin.mention;

/**
 * A key that near-duplicates share: the least hash of a text's pairs of neighbouring words, under
 * two independent hash functions (min-hash, Broder 1997). Two texts agree on one with the
 * probability of their Jaccard similarity over the pairs, on both with its square: high for copies
 * with a word changed, and nearly nil for texts that share a turn of phrase.
 */
final class NearKey {
  /** With fewer words two texts of two people are too easily alike. */
  static final int FEWEST_WORDS = 4;

  private static final long PAIR_FACTOR = 0x9E3779B97F4A7C15L;
  private static final long SECOND_SALT = 0xD1B54A32D192ED03L;

  private int words;
  private long lastWord;
  private long first;
  private long second;

  /** Begins the next text. */
  void clear() {
    words = 0;
    first = Long.MAX_VALUE;
    second = Long.MAX_VALUE;
  }

  /** Adds the hash of the next word. */
  void add(long word) {
    if (words > 0) {
      long pair = lastWord * PAIR_FACTOR + word;
      first = Math.min(first, Mix.finish(pair));
      second = Math.min(second, Mix.finish(pair ^ SECOND_SALT));
    }
    lastWord = word;
    words++;
  }

  /** The key; the hash of the whole text where there are too few words. */
  long key(long wholeHash) {
    return words < FEWEST_WORDS ? wholeHash : Mix.finish(first * PAIR_FACTOR + second);
  }
}
