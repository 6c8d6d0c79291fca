package io.tocsin.deploy.explain;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells products from other names that are neither of people nor of organisations nor of places.
 * CoreNLP has no class for products, and most of its 'miscellaneous' names are events, teams and
 * days. So a name is a product only with a sign: a model number ('Galaxy S5', 'Windows 10'), or
 * words before it that say that somebody has or buys it ('my Kindle', 'the new Surface'). In a
 * sentence written like a headline no sign counts.
 */
final class ProductSigns {
  private static final int MOST_WORDS = 3;
  private static final int LEAST_HEADLINE_WORDS = 6;
  private static final Set<String> OWNERS = Set.of("my", "your", "our");
  private static final Set<String> BOUGHT =
      Set.of("new", "buy", "bought", "buying", "using", "broken");

  private final List<TaggedWord> sentence;
  private final boolean isHeadline;

  ProductSigns(List<TaggedWord> sentence) {
    this.sentence = sentence;
    this.isHeadline = isHeadline(sentence);
  }

  /** Whether most words begin with a capital: then a capital says nothing. */
  private static boolean isHeadline(List<TaggedWord> sentence) {
    long words =
        sentence.stream().filter(word -> Character.isLetter(word.text().codePointAt(0))).count();
    long capitals =
        sentence.stream().filter(word -> Character.isUpperCase(word.text().codePointAt(0))).count();
    return words >= LEAST_HEADLINE_WORDS && 2 * capitals > words;
  }

  /** Whether the words from one place up to another are a product's name. */
  boolean isProduct(int from, int to) {
    List<TaggedWord> name = sentence.subList(from, to);
    if (isHeadline
        || name.size() > MOST_WORDS
        || name.stream().noneMatch(ProductSigns::hasCapital)) {
      return false;
    }
    boolean endsInVersion = name.size() > 1 && name.get(name.size() - 1).text().matches("\\d{1,2}");
    return endsInVersion || isOwned(from) || name.stream().anyMatch(ProductSigns::isModel);
  }

  private boolean isOwned(int at) {
    String before = at == 0 ? "" : sentence.get(at - 1).text().toLowerCase(Locale.ROOT);
    return OWNERS.contains(before) || BOUGHT.contains(before);
  }

  private static boolean hasCapital(TaggedWord word) {
    return word.text().chars().anyMatch(Character::isUpperCase);
  }

  /** Letters, then digits: {@code S5}, {@code PS4}, {@code iPhone6}. */
  private static boolean isModel(TaggedWord word) {
    return word.text().matches("\\p{L}+-?\\d{1,4}\\p{L}{0,2}");
  }
}
