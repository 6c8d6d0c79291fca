package io.tocsin.window;

import java.util.Comparator;

/**
 * How much of what was said was said in one language.
 *
 * @param language ISO 639 code; {@code und} where it is not known
 * @param share of the mentions, from 0 to 1
 */
public record LanguageShare(String language, double share) {
  static final Comparator<LanguageShare> MOST_FIRST =
      Comparator.comparingDouble((LanguageShare language) -> -language.share())
          .thenComparing(LanguageShare::language);

  static LanguageShare of(int key, long count, long mentions) {
    return new LanguageShare(
        LanguageKey.language(key), mentions == 0 ? 0 : Math.min(1, 1.0 * count / mentions));
  }
}
