package io.tocsin.scoring.linear;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/**
 * What each UTF-16 unit is to the scanner, looked up in one load: its kind, its folded form, its
 * script, whether it is a capital. Folding makes letters small and joins forms that differ for the
 * eye only: full-width Latin, Arabic presentation forms, the forms of alef, typographic quotes.
 */
final class UnitTable {
  static final int SPACE = 0;
  static final int LETTER = 1;
  static final int DIGIT = 2;

  /** Belongs to the letter before it. */
  static final int MARK = 3;

  static final int PUNCTUATION = 4;
  static final int SYMBOL = 5;
  static final int SURROGATE = 6;

  /** Nothing that a reader sees, or that a writer may leave out. */
  static final int INVISIBLE = 7;

  private static final int KIND_SHIFT = 16;
  private static final int KIND_MASK = 7;
  private static final int CAPITAL = 1 << 19;
  private static final int SCRIPT_SHIFT = 20;
  private static final char ARABIC_TATWEEL = '\u0640';
  private static final char EMOJI_STYLE = '\ufe0f';

  private static final int[] UNITS = units();

  private UnitTable() {}

  /** All that is known of a unit; the other methods read it. */
  static int of(char unit) {
    return UNITS[unit];
  }

  static int kind(int entry) {
    return (entry >>> KIND_SHIFT) & KIND_MASK;
  }

  static char folded(int entry) {
    return (char) entry;
  }

  static boolean isCapital(int entry) {
    return (entry & CAPITAL) != 0;
  }

  /** Index of the {@link Script}. */
  static int script(int entry) {
    return entry >>> SCRIPT_SHIFT;
  }

  private static int[] units() {
    int[] units = new int[Character.MAX_VALUE + 1];
    for (int unit = 0; unit < units.length; unit++) {
      units[unit] = describe((char) unit);
    }
    return units;
  }

  private static int describe(char unit) {
    int kind = kindOf(unit);
    int capital = Character.isUpperCase(unit) ? CAPITAL : 0;
    int script = kind == LETTER ? Script.of(UnicodeScript.of(unit)).index() : 0;
    return (script << SCRIPT_SHIFT) | capital | (kind << KIND_SHIFT) | foldedOf(unit, kind);
  }

  private static int kindOf(char unit) {
    if (isInvisible(unit)) {
      return INVISIBLE;
    }
    return switch (Character.getType(unit)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.LETTER_NUMBER ->
          LETTER;
      case Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER -> DIGIT;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          MARK;
      case Character.OTHER_SYMBOL -> SYMBOL;
      case Character.SURROGATE -> SURROGATE;
      case Character.CONTROL,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          SPACE;
      default -> PUNCTUATION;
    };
  }

  private static boolean isInvisible(char unit) {
    return unit == ARABIC_TATWEEL
        || unit == EMOJI_STYLE
        || (unit >= '\u064b' && unit <= '\u0652') // Arabic vowel marks
        || Character.getType(unit) == Character.FORMAT;
  }

  private static char foldedOf(char unit, int kind) {
    char composed = compatible(unit);
    return switch (kind) {
      case LETTER -> foldedLetter(Character.toLowerCase(composed));
      case DIGIT -> '0';
      default -> foldedMark(composed);
    };
  }

  /** The plain form of a typographic variant, where it is one unit. */
  private static char compatible(char unit) {
    if (Character.isSurrogate(unit)) {
      return unit;
    }
    String plain = Normalizer.normalize(String.valueOf(unit), Normalizer.Form.NFKC);
    return plain.length() == 1 ? plain.charAt(0) : unit;
  }

  private static char foldedLetter(char letter) {
    return switch (letter) {
      case '\u0622', '\u0623', '\u0625', '\u0671' -> '\u0627'; // forms of alef
      case '\u0649', '\u06cc' -> '\u064a'; // forms of yeh
      case '\u0629' -> '\u0647'; // teh marbuta as heh
      case '\u06a9' -> '\u0643'; // Persian kaf
      default -> letter;
    };
  }

  private static char foldedMark(char mark) {
    return switch (mark) {
      case '\u2018', '\u2019', '\u201b', '\u2032', '\u00b4', '`' -> '\'';
      case '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb', '\u2033' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015' -> '-';
      case '\u2026' -> '.';
      case '\u3002' -> '.';
      case '\u3001', '\u060c' -> ',';
      case '\u061f' -> '?';
      case '\u00a1' -> '!';
      case '\u00bf' -> '?';
      default -> mark;
    };
  }
}
