package io.tocsin.window;

import org.jspecify.annotations.Nullable;

/** Language codes of up to three letters as 15 bits, so that they can be tallied. */
final class LanguageKey {
  /** What stands for a language that is not known, as in BCP 47. */
  static final String UNKNOWN = "und";

  private static final int BITS = 5;
  private static final int LONGEST = 3;

  private LanguageKey() {}

  /** The key of an ISO 639 code in lower case; of {@link #UNKNOWN} for anything else. */
  static int of(@Nullable String language) {
    if (language == null || language.isEmpty() || language.length() > LONGEST) {
      return of(UNKNOWN);
    }
    int key = 0;
    for (int i = 0; i < language.length(); i++) {
      char c = language.charAt(i);
      if (c < 'a' || c > 'z') {
        return of(UNKNOWN);
      }
      key = key << BITS | (c - 'a' + 1);
    }
    return key;
  }

  /** The code of a key. */
  static String language(int key) {
    StringBuilder language = new StringBuilder();
    for (int shift = (LONGEST - 1) * BITS; shift >= 0; shift -= BITS) {
      int letter = key >> shift & ((1 << BITS) - 1);
      if (letter > 0) {
        language.append((char) ('a' + letter - 1));
      }
    }
    return language.toString();
  }
}
