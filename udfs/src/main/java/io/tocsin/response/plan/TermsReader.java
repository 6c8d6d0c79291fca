package io.tocsin.response.plan;

import io.tocsin.mention.BrandTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What matches a brand as a whole. */
final class TermsReader {
  private static final int SHORT_PHRASE = 2;

  private final SharedTerms shared;

  /**
   * Terms of brands.
   *
   * @param shared terms of all brands
   */
  TermsReader(SharedTerms shared) {
    this.shared = shared;
  }

  BrandTerms read(String brand, @Nullable YamlValue match) {
    if (match == null) {
      return new BrandTerms(brand, List.of(), List.of(), List.of(), List.of(), List.of());
    }
    YamlFields fields = match.fields("handles", "hashtags", "cashtags", "phrases", "exclusions");
    if (fields.readable() && matchesNothing(fields)) {
      match.error("matches nothing: name a handle, hashtag, cashtag or phrase");
    }
    List<Named> phrases = terms(fields, "phrases", TextForm.PHRASE);
    phrases.forEach(TermsReader::warnOfShortPhrase);
    List<Named> exclusions = terms(fields, "exclusions", TextForm.EXCLUSION);
    IdleExclusions.warn(exclusions, names(phrases));
    return new BrandTerms(
        brand,
        matching(brand, "handle", terms(fields, "handles", TextForm.HANDLE)),
        matching(brand, "hashtag", terms(fields, "hashtags", TextForm.HASHTAG)),
        matching(brand, "cashtag", terms(fields, "cashtags", TextForm.CASHTAG)),
        matching(brand, "phrase", phrases),
        names(exclusions));
  }

  private List<String> matching(String brand, String kind, List<Named> terms) {
    terms.forEach(term -> shared.add(brand, kind, term));
    return names(terms);
  }

  private static boolean matchesNothing(YamlFields fields) {
    return Stream.of("handles", "hashtags", "cashtags", "phrases")
        .map(fields::optional)
        .allMatch(list -> list == null || list.isEmptyList());
  }

  static List<Named> terms(YamlFields fields, String key, TextForm form) {
    YamlValue list = fields.optional(key);
    List<Named> terms = new ArrayList<>();
    for (YamlValue item : list == null ? List.<YamlValue>of() : list.items()) {
      String text = item.text(form);
      if (text != null) {
        terms.add(new Named(text, item));
      }
    }
    return terms;
  }

  static List<String> names(List<Named> terms) {
    return terms.stream().map(Named::name).toList();
  }

  private static void warnOfShortPhrase(Named phrase) {
    int length = phrase.name().codePointCount(0, phrase.name().length());
    if (length <= SHORT_PHRASE) {
      phrase.at().warning("phrase '" + phrase.name() + "' is so short that it matches much else");
    }
  }
}
