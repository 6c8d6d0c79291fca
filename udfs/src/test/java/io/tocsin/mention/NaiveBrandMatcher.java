package io.tocsin.mention;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@link BrandMatcher} must find, by one regular expression a term. */
final class NaiveBrandMatcher {
  private static final String WORD =
      "[\\p{L}\\p{M}\\p{N}_&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}]]";

  private static final Pattern FULL_WIDTH = Pattern.compile("[\\uFF01-\\uFF5E]+");

  private record Stretch(int begin, int end) {}

  private final List<BrandTerms> brands;

  NaiveBrandMatcher(List<BrandTerms> brands) {
    this.brands = brands;
  }

  List<String> match(Mention mention) {
    String text = plain(mention.text());
    TreeSet<String> found = new TreeSet<>();
    for (BrandTerms terms : brands) {
      if (isTagged(terms, text)
          || isAddressed(terms, mention)
          || isNamed(terms, text)
          || isAtHome(terms, mention, text)) {
        found.add(terms.brand());
      }
    }
    return List.copyOf(found);
  }

  /** The parts of the brands that {@link #match} finds. */
  List<BrandPart> parts(Mention mention) {
    String text = plain(mention.text());
    List<String> found = match(mention);
    TreeSet<BrandPart> named = new TreeSet<>();
    for (BrandTerms terms : brands) {
      for (PartTerms part : terms.parts()) {
        if (found.contains(terms.brand()) && isNamed(part, mention, text)) {
          named.add(new BrandPart(terms.brand(), part.kind(), part.key()));
        }
      }
    }
    return List.copyOf(named);
  }

  private static boolean isNamed(PartTerms part, Mention mention, String text) {
    BrandTerms alone =
        new BrandTerms(
            part.key(), part.handles(), part.hashtags(), List.of(), part.phrases(), List.of());
    return isTagged(alone, text) || isAddressed(alone, mention) || isNamed(alone, text);
  }

  private static boolean isAtHome(BrandTerms terms, Mention mention, String text) {
    return terms.parts().stream()
        .map(
            part ->
                new BrandTerms(
                    part.key(), part.handles(), List.of(), List.of(), List.of(), List.of()))
        .anyMatch(account -> isTagged(account, text) || isAddressed(account, mention));
  }

  private static boolean isTagged(BrandTerms terms, String text) {
    return terms.handles().stream()
            .anyMatch(term -> !stretches("@" + plain(term).strip(), text).isEmpty())
        || terms.hashtags().stream()
            .anyMatch(term -> !stretches("#" + plain(term).strip(), text).isEmpty())
        || terms.cashtags().stream()
            .anyMatch(term -> !stretches("$" + plain(term).strip(), text).isEmpty());
  }

  private static boolean isAddressed(BrandTerms terms, Mention mention) {
    return terms.handles().stream()
        .map(term -> plain(term).strip())
        .anyMatch(
            term ->
                mention.addressedTo().stream()
                    .map(handle -> plain(handle).strip())
                    .anyMatch(term::equals));
  }

  private static boolean isNamed(BrandTerms terms, String text) {
    List<Stretch> excluded = new ArrayList<>();
    terms.exclusions().forEach(term -> excluded.addAll(stretches(plain(term).strip(), text)));
    return terms.phrases().stream()
        .flatMap(term -> stretches(plain(term).strip(), text).stream())
        .anyMatch(
            hit ->
                excluded.stream()
                    .noneMatch(
                        around -> around.begin() <= hit.begin() && around.end() >= hit.end()));
  }

  private static List<Stretch> stretches(String term, String text) {
    boolean sigil = "@#$".indexOf(term.charAt(0)) >= 0;
    String before = sigil || term.matches("(?s)" + WORD + ".*") ? "(?<!" + WORD + ")" : "";
    String after = term.matches("(?s).*" + WORD) ? "(?!" + WORD + ")" : "";
    Matcher matcher = Pattern.compile(before + Pattern.quote(term) + after).matcher(text);
    List<Stretch> stretches = new ArrayList<>();
    for (int from = 0; from <= text.length() && matcher.find(from); from = matcher.start() + 1) {
      stretches.add(new Stretch(matcher.start(), matcher.end()));
    }
    return stretches;
  }

  /** The text folded by library calls alone. */
  static String plain(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return FULL_WIDTH
        .matcher(composed)
        .replaceAll(wide -> Normalizer.normalize(wide.group(), Normalizer.Form.NFKC))
        .toLowerCase(Locale.ROOT)
        .replace('\u2019', '\'')
        .replaceAll("[\u200B\uFE0F]", "")
        .replaceAll("\\s+", " ");
  }
}
