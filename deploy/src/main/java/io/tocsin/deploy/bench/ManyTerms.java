package io.tocsin.deploy.bench;

import io.tocsin.mention.BrandTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Terms made of syllables, to see whether many terms cost more than few. */
final class ManyTerms {
  private static final long SEED = 7;
  private static final int SYLLABLES = 4;
  private static final String CONSONANTS = "bcdfghklmnprstvz";
  private static final String VOWELS = "aeiou";

  private ManyTerms() {}

  /** How many terms there are of all kinds. */
  static int count(List<BrandTerms> entries) {
    return entries.stream().mapToInt(ManyTerms::count).sum();
  }

  /**
   * These entries, and one more brand with as many words as are missing.
   *
   * @param total how many terms there shall be; if there are more, they all stay
   */
  static List<BrandTerms> upTo(int total, List<BrandTerms> entries) {
    Random random = new Random(SEED);
    Set<String> words = new TreeSet<>();
    while (words.size() < total - count(entries)) {
      words.add(word(random));
    }
    List<BrandTerms> all = new ArrayList<>(entries);
    all.add(new BrandTerms("many", List.of(), List.of(), List.of(), List.copyOf(words), List.of()));
    return all;
  }

  private static int count(BrandTerms terms) {
    return terms.handles().size()
        + terms.hashtags().size()
        + terms.cashtags().size()
        + terms.phrases().size()
        + terms.exclusions().size();
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < SYLLABLES; i++) {
      word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
          .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
    }
    return word.toString();
  }
}
