package io.tocsin.scoring;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads BCP 47 language tags as networks state them. */
public final class LanguageTag {
  private static final String UNDETERMINED = "und";
  private static final int SHORTEST = 2;
  private static final int LONGEST = 3;
  private static final int LETTERS = 26;

  /** An ASCII letter's place in the alphabet, from 1. */
  private static final int CASELESS = 0x1F;

  /** All codes of ISO 639-1 and more, so that none is made for a mention. */
  private static final String[] TWO_LETTERS = twoLetters();

  private LanguageTag() {}

  /**
   * The primary language of a tag in lower case: {@code en} for {@code en-GB} and {@code EN_us}.
   *
   * @return null where the tag is absent, {@code und}, or no language tag at all
   */
  public static @Nullable String primary(@Nullable String tag) {
    if (tag == null) {
      return null;
    }
    int end = 0;
    boolean lowerCase = true;
    while (end < tag.length() && isAsciiLetter(tag.charAt(end))) {
      lowerCase &= tag.charAt(end) >= 'a';
      end++;
    }
    if (end < SHORTEST || end > LONGEST || !endsSubtag(tag, end)) {
      return null;
    }
    if (end == SHORTEST) {
      return TWO_LETTERS[letter(tag, 0) * LETTERS + letter(tag, 1)];
    }
    String cut = end == tag.length() ? tag : tag.substring(0, end);
    String primary = lowerCase ? cut : cut.toLowerCase(Locale.ROOT);
    return primary.equals(UNDETERMINED) ? null : primary;
  }

  /** From 0 for a to 25 for z, in either case. */
  private static int letter(String tag, int index) {
    return (tag.charAt(index) & CASELESS) - 1;
  }

  private static String[] twoLetters() {
    String[] codes = new String[LETTERS * LETTERS];
    for (int i = 0; i < codes.length; i++) {
      codes[i] =
          String.valueOf(new char[] {(char) ('a' + i / LETTERS), (char) ('a' + i % LETTERS)});
    }
    return codes;
  }

  private static boolean endsSubtag(String tag, int end) {
    return end == tag.length() || tag.charAt(end) == '-' || tag.charAt(end) == '_';
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
