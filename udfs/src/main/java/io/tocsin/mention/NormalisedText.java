package io.tocsin.mention;

/**
 * Knows a text again when it is copied. Two posts have the same hash when they say the same words
 * and pictures in the same order; what copying changes does not count: marks of a repost ({@code RT
 * @x:}, {@code MT @x}, {@code via @x}), links, handles, case, punctuation, width, spaces, apostrophes,
 * skin tones and other variations of emoji. The words of hashtags and cashtags stay. A text that has
 * nothing else than these stands for itself: such texts share a hash only if they are equal.
 *
 * <p>One scan, no allocation. FNV-1a over the remaining UTF-16 units (Fowler, Noll and Vo, public
 * domain) with the finaliser of MurmurHash3 (Appleby, public domain): in one of about 3,700 sets of
 * 100 million distinct texts two share a hash by chance.
 */
public final class NormalisedText {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long RAW_OFFSET = FNV_OFFSET ^ 0x9e3779b97f4a7c15L;

  private NormalisedText() {}

  /** A 64-bit hash of what the text says. Stable between versions: it may be stored. */
  public static long hash(String text) {
    long hash = FNV_OFFSET;
    boolean inWord = false;
    int i = 0;
    while (i < text.length()) {
      int ornamentEnd = inWord ? i : Ornament.endAt(text, i);
      if (ornamentEnd > i) {
        i = ornamentEnd;
        continue;
      }
      char c = text.charAt(i);
      int codePoint = Character.isSurrogate(c) ? text.codePointAt(i) : c;
      i += Character.charCount(codePoint);
      int folded = codePoint == c ? foldWithoutApostrophe(c) : foldSupplementary(codePoint);
      if (folded != Chars.DROPPED) {
        byte kind = Chars.kindOf(folded);
        boolean goesOn = inWord && kind == Chars.WORD;
        hash = kind == Chars.SEPARATOR ? hash : step(goesOn ? hash : step(hash, ' '), folded);
        inWord = kind == Chars.WORD;
      }
    }
    return hash == FNV_OFFSET ? hashAsWritten(text) : Mix.finish(hash);
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
