package io.tocsin.scoring;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads BCP 47 language tags as networks state them. */
public final class LanguageTag {
  private static final String UNDETERMINED = "und";
  private static final int SHORTEST = 2;
  private static final int LONGEST = 3;

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
    String cut = end == tag.length() ? tag : tag.substring(0, end);
    String primary = lowerCase ? cut : cut.toLowerCase(Locale.ROOT);
    return primary.equals(UNDETERMINED) ? null : primary;
  }

  private static boolean endsSubtag(String tag, int end) {
    return end == tag.length() || tag.charAt(end) == '-' || tag.charAt(end) == '_';
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
