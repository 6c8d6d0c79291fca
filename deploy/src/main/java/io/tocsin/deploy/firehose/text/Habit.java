package io.tocsin.deploy.firehose.text;

/** How somebody types. */
public enum Habit {
  /** Sentences begin with a capital. */
  CAREFUL,
  /** As it comes. */
  HASTY,
  /** Nothing is ever written large. */
  LOWER_CASE;

  /** Makes a text what this person would have typed: single spaces, and capitals or none. */
  void apply(StringBuilder text) {
    squeezeSpaces(text);
    if (this == CAREFUL) {
      capitalise(text);
    } else if (this == LOWER_CASE) {
      lower(text);
    }
  }

  private static void squeezeSpaces(StringBuilder text) {
    int to = 0;
    for (int from = 0; from < text.length(); from++) {
      char next = text.charAt(from);
      boolean space = next == ' ';
      if (space && (to == 0 || text.charAt(to - 1) == ' ')) {
        continue;
      }
      if (to > 0 && text.charAt(to - 1) == ' ' && (next == '.' || next == ',')) {
        to--;
      }
      text.setCharAt(to++, next);
    }
    text.setLength(to > 0 && text.charAt(to - 1) == ' ' ? to - 1 : to);
  }

  private static void capitalise(StringBuilder text) {
    boolean start = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (start && Character.isLetter(c)) {
        text.setCharAt(i, Character.toUpperCase(c));
      }
      start = c == '¿' || (c == ' ' && (start || endsSentence(text.charAt(i - 1))));
    }
  }

  private static boolean endsSentence(char c) {
    return c == '.' || c == '!' || c == '?';
  }

  private static void lower(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      text.setCharAt(i, Character.toLowerCase(text.charAt(i)));
    }
  }
}
