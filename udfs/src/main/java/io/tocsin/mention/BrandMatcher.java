package io.tocsin.mention;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells which brands a mention concerns. All terms of all brands are looked for in one pass over
 * the text (Aho and Corasick 1975, as a double-array trie), so the cost follows the text and its
 * hits, not the number of terms.
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
  private static final String SIGILS = "@#$";

  private final String[] brands;
  private final List<List<String>> aloneByBrand;
  private final Map<String, TermUse> terms;
  private final @Nullable AhoCorasickDoubleArrayTrie<TermUse> automaton;
  private final boolean[] hasExclusions;
  private final int longestExclusion;

  private final FoldedText folded;
  private final BitSet found = new BitSet();
  private final Spans phrases = new Spans();
  private final Spans exclusions = new Spans();
  private final AhoCorasickDoubleArrayTrie.IHit<TermUse> onHit = this::take;

  /**
   * Builds the matcher. Terms of several entries for one brand add up, and a term of several brands
   * finds them all.
   *
   * @throws IllegalArgumentException if a term is empty
   */
  public BrandMatcher(List<BrandTerms> entries) {
    brands = new TreeSet<>(entries.stream().map(BrandTerms::brand).toList()).toArray(new String[0]);
    aloneByBrand = Arrays.stream(brands).map(List::of).toList();
    terms = usesByTerm(entries, brands);
    hasExclusions = new boolean[brands.length];
    terms.values().forEach(use -> use.markExclusions(hasExclusions));
    longestExclusion =
        terms.entrySet().stream()
            .filter(term -> term.getValue().isExclusion())
            .mapToInt(term -> term.getKey().length())
            .max()
            .orElse(0);
    automaton = terms.isEmpty() ? null : automatonOf(terms);
    folded = new FoldedText(startsOf(terms));
  }

  /** Keys of the brands that the mention concerns, sorted, each once; empty if there are none. */
  public List<String> match(Mention mention) {
    for (String handle : mention.addressedTo()) {
      takeAddressee(handle);
    }
    if (automaton != null) {
      folded.set(mention.text());
      automaton.parseText(folded, onHit);
      takePhrasesOutsideExclusions();
    }
    return takeFound();
  }

  private void takeAddressee(String handle) {
    TermUse use = terms.get(FoldedText.of("@" + handle));
    if (use != null) {
      use.markTagged(found);
    }
  }

  private void take(int begin, int end, TermUse use) {
    if (!standsAsWords(begin, end)) {
      return;
    }
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

  private boolean standsAsWords(int begin, int end) {
    if (end < folded.length() && !Chars.isBoundary(folded.charAt(end - 1), folded.charAt(end))) {
      return false;
    }
    if (begin == 0) {
      return true;
    }
    char before = folded.charAt(begin - 1);
    char first = folded.charAt(begin);
    return SIGILS.indexOf(first) < 0
        ? Chars.isBoundary(before, first)
        : Chars.kind(before) != Chars.WORD;
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

  private List<String> takeFound() {
    int first = found.nextSetBit(0);
    if (first < 0) {
      return List.of();
    }
    List<String> keys = aloneByBrand.get(first);
    int next = found.nextSetBit(first + 1);
    if (next >= 0) {
      keys = new ArrayList<>(keys);
      for (; next >= 0; next = found.nextSetBit(next + 1)) {
        keys.add(brands[next]);
      }
    }
    found.clear();
    return keys;
  }

  private static Map<String, TermUse> usesByTerm(List<BrandTerms> entries, String[] brands) {
    Map<String, TermUse.Builder> uses = new TreeMap<>();
    for (BrandTerms entry : entries) {
      int brand = Arrays.binarySearch(brands, entry.brand());
      entry.handles().forEach(term -> useOf(uses, "@", term, entry).addTagged(brand));
      entry.hashtags().forEach(term -> useOf(uses, "#", term, entry).addTagged(brand));
      entry.cashtags().forEach(term -> useOf(uses, "$", term, entry).addTagged(brand));
      entry.phrases().forEach(term -> useOf(uses, "", term, entry).addPhrase(brand));
      entry.exclusions().forEach(term -> useOf(uses, "", term, entry).addExclusion(brand));
    }
    Map<String, TermUse> built = new TreeMap<>();
    uses.forEach((term, use) -> built.put(term, use.build()));
    return Map.copyOf(built);
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

  private static WordStarts startsOf(Map<String, TermUse> terms) {
    WordStarts starts = new WordStarts();
    terms.keySet().forEach(starts::add);
    return starts;
  }

  private static AhoCorasickDoubleArrayTrie<TermUse> automatonOf(Map<String, TermUse> terms) {
    AhoCorasickDoubleArrayTrie<TermUse> automaton = new AhoCorasickDoubleArrayTrie<>();
    automaton.build(new TreeMap<>(terms));
    return automaton;
  }
}
