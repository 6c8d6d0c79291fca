package io.tocsin.mention;

/**
 * Tells of most anchors that no term has them: a Bloom filter (1970) of four bits an anchor in one
 * word of memory, so that a look costs at most one cache miss. Up to 8,000 terms it has 32 KiB,
 * however few they are: one that grew with the terms would make the first thousands cost more each.
 * It lets through one strange anchor of some thousand at 5,000 terms, and never more than one of
 * seven hundred.
 */
final class AnchorFilter {
  private static final int LEAST_LG_BLOCKS = 12;
  private static final int TERMS_A_BLOCK = 2;

  private final long[] blocks;
  private final int shift;
  private int ranges;
  private final long[] characters = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

  private AnchorFilter(int lgBlocks) {
    blocks = new long[1 << lgBlocks];
    shift = Long.SIZE - lgBlocks;
  }

  /** An empty filter with room for that many terms. */
  static AnchorFilter forTerms(int terms) {
    int lgNeeded = Integer.SIZE - Integer.numberOfLeadingZeros(terms / TERMS_A_BLOCK);
    return new AnchorFilter(Math.max(LEAST_LG_BLOCKS, lgNeeded));
  }

  /** Adds an anchor. */
  void add(long anchor) {
    blocks[(int) (anchor >>> shift)] |= bits(anchor);
  }

  /** Adds a character of no word that an anchor ends with. */
  void addCharacter(char c) {
    characters[c >>> 6] |= 1L << c;
    ranges |= Chars.range(c);
  }

  /** Whether the anchor may be one of a term. */
  boolean mayHold(long anchor) {
    long bits = bits(anchor);
    return (blocks[(int) (anchor >>> shift)] & bits) == bits;
  }

  /** The {@link Chars#range ranges} of the characters of no word that an anchor ends with. */
  int ranges() {
    return ranges;
  }

  /** Whether an anchor ends with this character of no word. */
  boolean takes(char c) {
    return (characters[c >>> 6] & (1L << c)) != 0;
  }

  private static long bits(long anchor) {
    return 1L << anchor | 1L << (anchor >>> 6) | 1L << (anchor >>> 12) | 1L << (anchor >>> 18);
  }
}
