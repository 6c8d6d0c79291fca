package io.tocsin.response.plan;

/** Foreign text made fit for one line of a terminal. */
final class OneLine {
  private static final int MOST_SHOWN = 60;

  private OneLine() {}

  /** Control characters, line ends and halves of surrogate pairs as {@code U+000A}. */
  static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(line, point));
    return line.toString();
  }

  /** The same, cut after 60 characters. */
  static String cut(String text) {
    if (text.codePointCount(0, text.length()) <= MOST_SHOWN) {
      return of(text);
    }
    return of(text.substring(0, text.offsetByCodePoints(0, MOST_SHOWN))) + "...";
  }

  /** Cut, in single quotes. */
  static String quote(String text) {
    return "'" + cut(text) + "'";
  }

  /** Whether a terminal or a UTF-8 file could not show this character. */
  static boolean isUnprintable(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** The character's name as in the Unicode charts. */
  static String charted(int codePoint) {
    return String.format("U+%04X", codePoint);
  }

  private static void append(StringBuilder line, int codePoint) {
    if (isUnprintable(codePoint)) {
      line.append(charted(codePoint));
    } else {
      line.appendCodePoint(codePoint);
    }
  }
}
