package io.tocsin.mention;

/**
 * Knows a text again when it is copied. Two posts have the same {@link #hash} when they say the
 * same words and pictures in the same order; what copying changes does not count: marks of a repost
 * ({@code RT @x:}, {@code MT @x}, {@code via @x}), links, handles, case, punctuation, width,
 * spaces, apostrophes, skin tones and other variations of emoji. The words of hashtags and cashtags
 * stay. A text that has nothing else than these stands for itself: such texts share a hash only if
 * they are equal. {@link #nearKey} is blunter: texts that differ by a word or two mostly share it.
 *
 * <p>One scan, no allocation. FNV-1a over the remaining UTF-16 units (Fowler, Noll and Vo, public
 * domain) with the finaliser of MurmurHash3 (Appleby, public domain): in one of about 3,700 sets of
 * 100 million distinct texts two share a hash by chance.
 *
 * <p>A reader for one text after another; not thread-safe.
 */
public final class NormalisedText {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long RAW_OFFSET = FNV_OFFSET ^ 0x9e3779b97f4a7c15L;

  private final NearKey near = new NearKey();
  private long hash;

  /** Takes the next text. */
  public void read(String text) {
    near.clear();
    long whole = FNV_OFFSET;
    long word = FNV_OFFSET;
    boolean inWord = false;
    boolean telling = false;
    boolean inTag = false;
    int i = 0;
    while (i < text.length()) {
      int ornamentEnd = inWord ? i : Ornament.endAt(text, i);
      if (ornamentEnd > i) {
        i = ornamentEnd;
        continue;
      }
      char c = text.charAt(i);
      int codePoint = Character.isSurrogate(c) ? text.codePointAt(i) : c;
      int folded = codePoint == c ? foldWithoutApostrophe(c) : foldSupplementary(codePoint);
      if (folded != Chars.DROPPED) {
        byte kind = Chars.kindOf(folded);
        boolean goesOn = inWord && kind == Chars.WORD;
        if (!goesOn && telling) {
          near.add(word);
        }
        whole = kind == Chars.SEPARATOR ? whole : step(goesOn ? whole : step(whole, ' '), folded);
        word = step(goesOn ? word : FNV_OFFSET, folded);
        inWord = kind == Chars.WORD;
        inTag = kind == Chars.SEPARATOR ? folded == '#' || folded == '$' : inTag;
        telling = isTelling(kind, folded) && !inTag && (telling || !goesOn);
      }
      i += Character.charCount(codePoint);
    }
    if (telling) {
      near.add(word);
    }
    hash = whole == FNV_OFFSET ? hashAsWritten(text) : Mix.finish(whole);
  }

  /** A 64-bit hash of what the text says. Stable between versions: it may be stored. */
  public long hash() {
    return hash;
  }

  /**
   * A 64-bit key that texts share with high probability when they have most pairs of neighbouring
   * words in common, not counting numbers, hashtags, cashtags and pictures. Texts of fewer than
   * {@link NearKey#FEWEST_WORDS} words are near nothing but their copies: their key is their hash.
   * Stable between versions: it may be stored.
   */
  public long nearKey() {
    return near.key(hash);
  }

  /** Whether a word with this unit tells what the text is about; numbers and pictures vary. */
  private static boolean isTelling(byte kind, int folded) {
    return (kind == Chars.WORD || kind == Chars.UNSPACED_WORD) && !Character.isDigit(folded);
  }

  /** As {@link Chars#fold}; the apostrophe of a word is dropped too. */
  private static char foldWithoutApostrophe(char c) {
    char folded = Chars.fold(c);
    return folded == '\'' ? Chars.DROPPED : folded;
  }

  /** A code point above U+FFFF without case; {@link Chars#DROPPED} for skin tones and tags. */
  private static int foldSupplementary(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.MODIFIER_SYMBOL, Character.FORMAT, Character.NON_SPACING_MARK -> Chars.DROPPED;
      default -> Character.toLowerCase(codePoint);
    };
  }

  private static long hashAsWritten(String text) {
    long hash = RAW_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = step(hash, text.charAt(i));
    }
    return Mix.finish(hash);
  }

  private static long step(long hash, int unit) {
    return (hash ^ unit) * FNV_PRIME;
  }
}
