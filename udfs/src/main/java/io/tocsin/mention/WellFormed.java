package io.tocsin.mention;

/**
 * Keeps half of a surrogate pair out of our strings. It cannot be written as UTF-8, so it would
 * change silently on the way to Kafka and break keys and hashes there.
 */
final class WellFormed {
  private static final char REPLACEMENT = '\uFFFD';

  private WellFormed() {}

  /** The text with every lone surrogate replaced by U+FFFD; the same object where there is none. */
  static String repair(String text) {
    int lone = nextLoneSurrogate(text, 0);
    if (lone < 0) {
      return text;
    }
    char[] chars = text.toCharArray();
    for (int i = lone; i >= 0; i = nextLoneSurrogate(text, i + 1)) {
      chars[i] = REPLACEMENT;
    }
    return new String(chars);
  }

  /** At most {@code limit} UTF-16 units of the text, with dots where it was cut. */
  static String shorten(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = limit - 3;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }

  private static int nextLoneSurrogate(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i)) && isLone(text, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isLone(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
        : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
  }
}
