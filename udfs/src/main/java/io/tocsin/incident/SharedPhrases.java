package io.tocsin.incident;

import io.tocsin.spike.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the posts of two incidents have in common. A phrase counts that both seldom hold in calm
 * times, that names neither brand, and that is no part of another one that they share.
 */
final class SharedPhrases {
  private static final double RARE = 0.02;

  private SharedPhrases() {}

  static List<String> of(Incident one, Incident other, List<String> brands) {
    List<String> shared =
        rare(one)
            .filter(phrase -> rare(other).anyMatch(phrase::equals))
            .filter(phrase -> brands.stream().noneMatch(brand -> names(phrase, brand)))
            .toList();
    return shared.stream()
        .filter(phrase -> shared.stream().noneMatch(longer -> isPart(phrase, longer)))
        .sorted()
        .toList();
  }

  private static Stream<String> rare(Incident incident) {
    return incident.evidence().phrases().stream()
        .filter(phrase -> phrase.usualShare() <= RARE)
        .map(Phrase::text);
  }

  /** Whether the phrase has any word of the brand's name. */
  private static boolean names(String phrase, String brand) {
    return Stream.of(brand.toLowerCase(Locale.ROOT).split("[\\s-]+"))
        .anyMatch(word -> isPart(word, " " + phrase));
  }

  private static boolean isPart(String phrase, String longer) {
    return !phrase.equals(longer) && (" " + longer + " ").contains(" " + phrase + " ");
  }
}
