package io.tocsin.mention;

/**
 * How the words of all terms begin: a set of hashes of up to six letters. A word of a text that
 * begins like none of them begins no term, and the search need not follow it; so thousands of terms
 * cost hardly more than a few. Hashes may clash, which costs time and finds nothing wrong.
 */
final class WordStarts {
  private static final int LETTERS = 6;
  private static final int LG_BITS = 16;

  private final long[] bits = new long[1 << (LG_BITS - 6)];

  /** Adds every word of a folded term. */
  void add(String foldedTerm) {
    char[] chars = foldedTerm.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (chars[i] == FoldedText.WORD_START) {
        int hash = hash(chars, i + 1, chars.length);
        bits[hash >>> 6] |= 1L << hash;
      }
    }
  }

  /** Whether a term may have a word that begins like the one that begins here. */
  boolean mayBegin(char[] written, int from, int end) {
    int hash = hash(written, from, end);
    return (bits[hash >>> 6] & (1L << hash)) != 0;
  }

  private static int hash(char[] chars, int from, int end) {
    int hash = 0;
    int letters = 0;
    for (int i = from; i < end && letters < LETTERS; i++) {
      char folded = Chars.fold(chars[i]);
      if (folded == Chars.DROPPED) {
        continue;
      }
      if (Chars.kind(folded) != Chars.WORD) {
        break;
      }
      hash = 31 * hash + folded;
      letters++;
    }
    return (hash * 0x9E3779B1) >>> (Integer.SIZE - LG_BITS);
  }
}
