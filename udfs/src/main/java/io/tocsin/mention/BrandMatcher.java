package io.tocsin.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells which brands a mention concerns, and which of their locations and topics. One pass over the
 * text serves all terms of all brands: each word is hashed, alone and with the word before it, and
 * a filter tells whether a term is anchored there; only then is a term compared with the text. So
 * the cost follows the text and its hits, not the number of terms.
 *
 * <p>A term counts where it stands as whole words: 'acme' is in "Acme's" and in "#acme" but not in
 * "acmecorp"; {@code @acme} is not in "bob@acme.com". Between letters of scripts that set no spaces
 * (Chinese, Japanese, Korean particles, Thai, ...) every place is a word's edge. Case, width, the
 * length of white space, typographic apostrophes and zero-width characters do not matter; accents
 * do.
 *
 * <p>Not thread-safe: it has room of its own to work in.
 */
public final class BrandMatcher {
  private final String[] brands;
  private final BrandPart[] parts;

  /** A brand and nothing else is what most mentions concern. */
  private final List<Match> aloneByBrand;

  /** By part, the position of its brand. */
  private final int[] brandOfPart;

  private final TermIndex index;
  private final boolean[] hasExclusions;
  private final int longestExclusion;

  private final AnchorScan scan;
  private final FoldedText folded = new FoldedText();

  /** Positions of brands, then of parts behind them. */
  private final BitSet found = new BitSet();

  private final Spans phrases = new Spans();
  private final Spans exclusions = new Spans();

  /**
   * Builds the matcher. Terms of several entries for one brand add up, and a term of several brands
   * finds them all.
   *
   * @throws IllegalArgumentException if a term is empty
   */
  public BrandMatcher(List<BrandTerms> entries) {
    brands = new TreeSet<>(entries.stream().map(BrandTerms::brand).toList()).toArray(new String[0]);
    aloneByBrand =
        Arrays.stream(brands).map(brand -> new Match(List.of(brand), List.of())).toList();
    parts = partsOf(entries);
    brandOfPart =
        Arrays.stream(parts).mapToInt(part -> Arrays.binarySearch(brands, part.brand())).toArray();
    Map<String, TermUse> terms = usesByTerm(entries);
    hasExclusions = new boolean[brands.length + parts.length];
    terms.values().forEach(use -> use.markExclusions(hasExclusions));
    longestExclusion =
        terms.entrySet().stream()
            .filter(term -> term.getValue().isExclusion())
            .mapToInt(term -> term.getKey().length())
            .max()
            .orElse(0);
    index = new TermIndex(terms);
    scan = new AnchorScan(index.filter());
  }

  /** Keys of the brands that the mention concerns, sorted, each once; empty if there are none. */
  public List<String> match(Mention mention) {
    return find(mention).brands();
  }

  /** The brands that the mention concerns, and their parts. */
  public Match find(Mention mention) {
    for (String handle : mention.addressedTo()) {
      takeAddressee(handle);
    }
    takeText(mention.text());
    takePhrasesOutsideExclusions();
    return takeFound();
  }

  /** A handle that is all of the addressee. */
  private void takeAddressee(String handle) {
    folded.set("@" + handle);
    AnchorHits hits = scan.of(folded);
    for (int hit = 0; hit < hits.size(); hit++) {
      for (AnchoredTerm term = index.at(hits.anchor(hit)); term != null; term = term.next()) {
        int begin = hits.end(hit) - term.anchorEnd();
        if (begin == FoldedText.BEGIN
            && folded.holds(term.chars(), begin)
            && folded.isSpaceFrom(begin + term.chars().length)) {
          term.use().markTagged(found);
        }
      }
    }
  }

  private void takeText(String text) {
    folded.set(text);
    AnchorHits hits = scan.of(folded);
    for (int hit = 0; hit < hits.size(); hit++) {
      for (AnchoredTerm term = index.at(hits.anchor(hit)); term != null; term = term.next()) {
        int begin = hits.end(hit) - term.anchorEnd();
        if (folded.holds(term.chars(), begin)) {
          take(term.use(), begin, begin + term.chars().length);
        }
      }
    }
  }

  private void take(TermUse use, int begin, int end) {
    use.markTagged(found);
    for (int brand : use.phraseOf()) {
      if (!hasExclusions[brand]) {
        found.set(brand);
      } else if (!found.get(brand)) {
        phrases.add(brand, begin, end);
      }
    }
    for (int brand : use.exclusionOf()) {
      exclusions.add(brand, begin, end);
    }
  }

  /**
   * Both lists are in the order of their ends, so the exclusions that matter to a phrase move on.
   */
  private void takePhrasesOutsideExclusions() {
    int first = 0;
    for (int p = 0; p < phrases.size(); p++) {
      while (first < exclusions.size() && exclusions.end(first) < phrases.end(p)) {
        first++;
      }
      if (!isExcluded(p, first)) {
        found.set(phrases.tag(p));
      }
    }
    phrases.clear();
    exclusions.clear();
  }

  private boolean isExcluded(int phrase, int firstExclusion) {
    int lastEnd = phrases.begin(phrase) + longestExclusion;
    for (int e = firstExclusion; e < exclusions.size() && exclusions.end(e) <= lastEnd; e++) {
      if (exclusions.tag(e) == phrases.tag(phrase)
          && exclusions.begin(e) <= phrases.begin(phrase)) {
        return true;
      }
    }
    return false;
  }

  private Match takeFound() {
    int first = found.nextSetBit(0);
    if (first < 0 || first >= brands.length) {
      found.clear();
      return Match.NONE;
    }
    Match match =
        found.nextSetBit(first + 1) < 0
            ? aloneByBrand.get(first)
            : new Match(foundBrands(), foundParts());
    found.clear();
    return match;
  }

  private List<String> foundBrands() {
    List<String> keys = new ArrayList<>();
    int at = found.nextSetBit(0);
    for (; at >= 0 && at < brands.length; at = found.nextSetBit(at + 1)) {
      keys.add(brands[at]);
    }
    return keys;
  }

  /** A part that is named without its brand is something else of that name. */
  private List<BrandPart> foundParts() {
    List<BrandPart> named = new ArrayList<>();
    int at = found.nextSetBit(brands.length);
    for (; at >= 0; at = found.nextSetBit(at + 1)) {
      int part = at - brands.length;
      if (found.get(brandOfPart[part])) {
        named.add(parts[part]);
      }
    }
    return named;
  }

  private static BrandPart[] partsOf(List<BrandTerms> entries) {
    return entries.stream()
        .flatMap(
            entry ->
                entry.parts().stream()
                    .map(part -> new BrandPart(entry.brand(), part.kind(), part.key())))
        .distinct()
        .sorted()
        .toArray(BrandPart[]::new);
  }

  private Map<String, TermUse> usesByTerm(List<BrandTerms> entries) {
    Map<String, TermUse.Builder> uses = new TreeMap<>();
    for (BrandTerms entry : entries) {
      int brand = Arrays.binarySearch(brands, entry.brand());
      entry.handles().forEach(term -> useOf(uses, "@", term, entry).addTagged(brand));
      entry.hashtags().forEach(term -> useOf(uses, "#", term, entry).addTagged(brand));
      entry.cashtags().forEach(term -> useOf(uses, "$", term, entry).addTagged(brand));
      entry.phrases().forEach(term -> useOf(uses, "", term, entry).addPhrase(brand));
      entry.exclusions().forEach(term -> useOf(uses, "", term, entry).addExclusion(brand));
      entry.parts().forEach(part -> addUses(uses, entry, brand, part));
    }
    Map<String, TermUse> built = new TreeMap<>();
    uses.forEach((term, use) -> built.put(term, use.build()));
    return Map.copyOf(built);
  }

  private void addUses(
      Map<String, TermUse.Builder> uses, BrandTerms entry, int brand, PartTerms terms) {
    BrandPart key = new BrandPart(entry.brand(), terms.kind(), terms.key());
    int part = brands.length + Arrays.binarySearch(parts, key);
    for (String handle : terms.handles()) {
      TermUse.Builder use = useOf(uses, "@", handle, entry);
      use.addTagged(brand);
      use.addTagged(part);
    }
    terms.hashtags().forEach(term -> useOf(uses, "#", term, entry).addTagged(part));
    terms.phrases().forEach(term -> useOf(uses, "", term, entry).addPhrase(part));
  }

  private static TermUse.Builder useOf(
      Map<String, TermUse.Builder> uses, String sigil, String term, BrandTerms entry) {
    String folded = FoldedText.of(term);
    if (folded.isEmpty()) {
      throw new IllegalArgumentException(
          "a term of brand " + entry.brand() + " is empty: " + entry);
    }
    return uses.computeIfAbsent(sigil + folded, unused -> new TermUse.Builder());
  }
}
