package io.tocsin.mention;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * What one UTF-16 unit means when texts are compared. Both answers are one look into a table (192
 * KiB in all), since they are asked for every character of the firehose. A unit maps to one unit,
 * so folding never moves a position; what Unicode folds to several units ({@code ß} to {@code ss})
 * stays itself.
 */
final class Chars {
  /** Of this kind is all that separates words. */
  static final byte SEPARATOR = 0;

  /** Letters, digits, marks and {@code _} of scripts that set spaces between words. */
  static final byte WORD = 1;

  /** Letters and marks of scripts that do not: a word may begin and end beside another letter. */
  static final byte UNSPACED_WORD = 2;

  /** Emoji and other pictures. */
  static final byte SYMBOL = 3;

  /** What {@link #fold} makes of a unit that says nothing, such as a zero-width joiner. */
  static final char DROPPED = 0;

  /** Where {@link #folding} tells a word. */
  static final int WORD_SHIFT = Character.SIZE;

  /** Where {@link #folding} tells the {@link #range}. */
  static final int RANGE_SHIFT = WORD_SHIFT + 2;

  /** In {@link #folding}: one unit may hold this accent together with its letter. */
  static final int COMBINING_ACCENT = 2 << WORD_SHIFT;

  private static final Set<UnicodeScript> UNSPACED =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private static final char FIRST_COMBINING_ACCENT = '\u0300';
  private static final char LAST_COMBINING_ACCENT = '\u036F';
  private static final int FULL_WIDTH_FIRST = 0xFF01;
  private static final int FULL_WIDTH_LAST = 0xFF5E;
  private static final int FULL_WIDTH_SHIFT = 0xFEE0;

  /**
   * Behind each range: ASCII; Latin to Devanagari; Thai to Khmer; punctuation; symbols; kana; Han;
   * Hangul; the first and the second halves of surrogate pairs.
   */
  private static final char[] RANGE_ENDS = {
    '\u0080', '\u0E00', '\u2000', '\u2100', '\u3000', '\u3100', '\uAC00', '\uD800', '\uDC00',
    '\uE000'
  };

  private static final int[] FOLDINGS = new int[Character.MAX_VALUE + 1];
  private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

  static {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      KINDS[c] = computeKind(c);
    }
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      char folded = computeFold((char) c);
      FOLDINGS[c] =
          folded
              | (KINDS[folded] == WORD ? 1 << WORD_SHIFT : range(folded) << RANGE_SHIFT)
              | (c >= FIRST_COMBINING_ACCENT && c <= LAST_COMBINING_ACCENT ? COMBINING_ACCENT : 0);
    }
  }

  private Chars() {}

  /**
   * The unit without case and width: white space and control characters as a space, typographic
   * apostrophes as {@code '}, full-width forms as ASCII; {@link #DROPPED} for zero-width
   * characters, soft hyphens and variation selectors.
   */
  static char fold(char c) {
    return (char) FOLDINGS[c];
  }

  /**
   * Four answers in one look: {@link #fold} in the lower half, the bit at {@link #WORD_SHIFT} for a
   * {@link #WORD}, {@link #COMBINING_ACCENT}, and from {@link #RANGE_SHIFT} on the {@link #range}
   * of what is no word.
   */
  static int folding(char c) {
    return FOLDINGS[c];
  }

  /** Where in Unicode a folded unit stands, as one bit of eleven; that of a space is none. */
  static int range(char folded) {
    int range = 0;
    while (range < RANGE_ENDS.length && folded >= RANGE_ENDS[range]) {
      range++;
    }
    return folded == ' ' ? 0 : 1 << range;
  }

  /** The kind of a unit; a half of a surrogate pair is a {@link #SEPARATOR}. */
  static byte kind(char c) {
    return KINDS[c];
  }

  /** The kind of any code point. */
  static byte kindOf(int codePoint) {
    return codePoint <= Character.MAX_VALUE ? KINDS[codePoint] : computeKind(codePoint);
  }

  /** Whether a word may end at the first and another begin at the second. */
  static boolean isBoundary(char before, char after) {
    return KINDS[before] != WORD || KINDS[after] != WORD;
  }

  private static char computeFold(char c) {
    if (isDropped(c)) {
      return DROPPED;
    }
    if (Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return ' ';
    }
    char narrow = c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST ? (char) (c - FULL_WIDTH_SHIFT) : c;
    if (narrow == '\u2019' || narrow == '\u2018' || narrow == '\u02BC') {
      return '\'';
    }
    return Character.toLowerCase(Character.toUpperCase(narrow));
  }

  private static boolean isDropped(char c) {
    return c == '\u00AD'
        || (c >= '\u200B' && c <= '\u200F')
        || c == '\u2060'
        || (c >= '\uFE00' && c <= '\uFE0F')
        || c == '\uFEFF';
  }

  private static byte computeKind(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          UNSPACED.contains(UnicodeScript.of(codePoint)) ? UNSPACED_WORD : WORD;
      case Character.OTHER_SYMBOL -> SYMBOL;
      default -> codePoint == '_' ? WORD : SEPARATOR;
    };
  }
}
