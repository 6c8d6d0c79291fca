package io.tocsin.scoring.lexicon;

/**
 * 64-bit FNV-1a over UTF-16 units, one unit at a time, so that a word is known by its hash without
 * ever becoming a String. With a few thousand known words a stranger is taken for one of them about
 * once in 10^15 words.
 *
 * @see <a href="http://www.isthe.com/chongo/tech/comp/fnv/">FNV hash</a>
 */
final class WordHash {
  /** The hash of nothing. */
  static final long EMPTY = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;
  private static final int HALF = 32;

  private WordHash() {}

  /** The hash of what {@code hash} stands for, with one more unit. */
  static long append(long hash, char unit) {
    return (hash ^ unit) * PRIME;
  }

  /** The hash of a whole string. */
  static long of(CharSequence word) {
    long hash = EMPTY;
    for (int i = 0; i < word.length(); i++) {
      hash = append(hash, word.charAt(i));
    }
    return hash;
  }

  /** The hash of two words in this order. */
  static long ofPair(long first, long second) {
    return (Long.rotateLeft(first, HALF) ^ second) * PRIME;
  }
}
