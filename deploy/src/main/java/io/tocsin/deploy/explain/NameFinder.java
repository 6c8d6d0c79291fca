package io.tocsin.deploy.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names in a sentence: runs of words of one kind. Handles are never names: they are
 * accounts, mostly of private people. What the reader takes for a product is one only where {@link
 * ProductSigns} says so too.
 */
final class NameFinder {
  private static final int LEAST_KEY_LENGTH = 2;

  /** Capitalised in English, and no names. */
  private static final Set<String> DATES =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private final String brandKey;

  /**
   * A finder that leaves the brand's own name out.
   *
   * @param brandKey see {@link NameKey}
   */
  NameFinder(String brandKey) {
    this.brandKey = brandKey;
  }

  /** The names, in the order of the sentence. */
  List<FoundName> in(List<TaggedWord> sentence) {
    List<FoundName> names = new ArrayList<>();
    ProductSigns signs = new ProductSigns(sentence);
    int from = 0;
    while (from < sentence.size()) {
      NameKind kind = kind(sentence.get(from));
      int to = from + 1;
      while (kind != null && to < sentence.size() && kind(sentence.get(to)) == kind) {
        to++;
      }
      if (kind != null && (kind != NameKind.PRODUCT || signs.isProduct(from, to))) {
        String text = text(sentence.subList(from, to));
        addName(names, new FoundName(kind, text, NameKey.of(text)));
      }
      from = to;
    }
    return names;
  }

  private static @Nullable NameKind kind(TaggedWord word) {
    if (word.text().startsWith("@")) {
      return null;
    }
    return word.kind() == null && word.isProperNoun() ? NameKind.PRODUCT : word.kind();
  }

  /** Latin at least in part, and neither the brand nor a number nor a date. */
  private void addName(List<FoundName> names, FoundName name) {
    String key = name.key();
    boolean isName =
        key.length() >= LEAST_KEY_LENGTH && key.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    if (isName && !key.equals(brandKey) && !DATES.contains(key)) {
      names.add(name);
    }
  }

  private static String text(List<TaggedWord> words) {
    StringBuilder text = new StringBuilder();
    for (TaggedWord word : words) {
      boolean joins = text.isEmpty() || word.text().startsWith("'") || word.text().equals(",");
      text.append(joins ? "" : " ").append(word.text());
    }
    return text.toString();
  }
}
