package io.tocsin.response.plan;

import io.tocsin.mention.BrandTerms;
import io.tocsin.mention.PartKind;
import io.tocsin.mention.PartTerms;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tells of the locations and topics of one brand; it remembers the parts before. */
final class PartTermsReader {
  private record Term(PartKind kind, String field, String text) {}

  private record FirstUse(String part, int line) {}

  private final String brand;
  private final Set<String> handlesOfBrand = new HashSet<>();
  private final SharedTerms shared;
  private final Map<Term, FirstUse> uses = new HashMap<>();

  /**
   * Terms of parts.
   *
   * @param brand what matches the brand as a whole
   * @param shared terms of all brands
   */
  PartTermsReader(BrandTerms brand, SharedTerms shared) {
    this.brand = brand.brand();
    this.shared = shared;
    brand.handles().forEach(handle -> handlesOfBrand.add(fold(handle)));
  }

  PartTerms read(PartKind kind, String key, YamlFields fields) {
    List<Named> handles = TermsReader.terms(fields, "handles", TextForm.HANDLE);
    List<Named> hashtags = TermsReader.terms(fields, "hashtags", TextForm.HASHTAG);
    List<Named> phrases = TermsReader.terms(fields, "phrases", TextForm.PHRASE);
    if (fields.readable() && matchesNothing(fields)) {
      String handle = kind == PartKind.LOCATION ? "handle, " : "";
      fields.owner().error("matches nothing: name a " + handle + "hashtag or phrase");
    }
    handles.forEach(handle -> checkHandle(kind, key, handle));
    hashtags.forEach(hashtag -> warnIfShared(kind, key, "hashtag", hashtag));
    phrases.forEach(phrase -> warnIfShared(kind, key, "phrase", phrase));
    return new PartTerms(
        kind,
        key,
        TermsReader.names(handles),
        TermsReader.names(hashtags),
        TermsReader.names(phrases));
  }

  /** An account belongs to one place: a second one would count its posts twice. */
  private void checkHandle(PartKind kind, String key, Named handle) {
    String start = "handle '" + handle.name() + "' is ";
    if (handlesOfBrand.contains(fold(handle.name()))) {
      handle.at().error(start + "the brand's own, so every post to it would be of this location");
      return;
    }
    FirstUse first = firstUse(kind, key, "handle", handle);
    if (first == null) {
      shared.add(brand, "handle", handle);
    } else {
      handle.at().error(start + "that of location '" + first.part + "' (line " + first.line + ")");
    }
  }

  private void warnIfShared(PartKind kind, String key, String field, Named term) {
    FirstUse first = firstUse(kind, key, field, term);
    if (first != null) {
      String start = field + " '" + term.name() + "' ";
      term.at()
          .warning(
              first.part.equals(key)
                  ? start + "is listed twice, first in line " + first.line
                  : start + "also tells of '" + first.part + "' (line " + first.line + ")");
    }
  }

  private @Nullable FirstUse firstUse(PartKind kind, String key, String field, Named term) {
    return uses.putIfAbsent(
        new Term(kind, field, fold(term.name())), new FirstUse(key, term.at().line()));
  }

  private static boolean matchesNothing(YamlFields fields) {
    return Stream.of("handles", "hashtags", "phrases")
        .map(fields::optional)
        .allMatch(list -> list == null || list.isEmptyList());
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
