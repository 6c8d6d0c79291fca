package io.tocsin.scoring.lexicon;

/** What a UTF-16 unit is to the scanner; quick for ASCII. */
final class Characters {
  private static final char ASCII_END = 0x80;
  private static final char CASE_BIT = 0x20;
  private static final char LATIN_END = '\u0250';
  private static final char LATIN_ADDITIONAL = '\u1e00';
  private static final char LATIN_ADDITIONAL_END = '\u1f00';
  private static final char COMBINING = '\u0300';
  private static final char COMBINING_END = '\u0370';

  private Characters() {}

  /** Lower case; every apostrophe is {@code '}. */
  static char fold(char c) {
    if (c < ASCII_END) {
      return c >= 'A' && c <= 'Z' ? (char) (c | CASE_BIT) : c;
    }
    return c == '\u2019' ? '\'' : Character.toLowerCase(c);
  }

  static boolean isLetterOrDigit(char c) {
    if (c < ASCII_END) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    }
    return Character.isLetterOrDigit(c);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isCapital(char c) {
    return c < ASCII_END ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
  }

  static boolean isLatin(char c) {
    return c < LATIN_END || (c >= LATIN_ADDITIONAL && c < LATIN_ADDITIONAL_END);
  }

  /** Whether it may stand in a handle after {@code @}; Mastodon's hold a second {@code @}. */
  static boolean isHandlePart(char c) {
    return isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '@';
  }

  /** Soft hyphen, zero-width characters, variation selector: nothing that a reader sees. */
  static boolean isInvisible(char c) {
    return c == '\u00ad' || (c >= '\u200b' && c <= '\u200d') || c == '\u2060' || c == '\ufe0f';
  }

  /** An accent that stands apart from its letter. */
  static boolean isCombiningAccent(char c) {
    return c >= COMBINING && c < COMBINING_END;
  }
}
