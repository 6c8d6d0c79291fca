package io.tocsin.response.plan;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1, in code points
 */
record TextPlace(int line, int column) {
  /** The place of the first character after the text. */
  static TextPlace after(String text) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < text.length(); i++) {
      if (endsLine(text, i)) {
        line++;
        lineStart = i + 1;
      }
    }
    return new TextPlace(line, text.codePointCount(lineStart, text.length()) + 1);
  }

  private static boolean endsLine(String text, int index) {
    char c = text.charAt(index);
    boolean firstHalfOfCrLf =
        c == '\r' && index + 1 < text.length() && text.charAt(index + 1) == '\n';
    return c == '\n' || (c == '\r' && !firstHalfOfCrLf);
  }
}
