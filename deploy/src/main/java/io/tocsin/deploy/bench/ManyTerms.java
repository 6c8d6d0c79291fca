package io.tocsin.deploy.bench;

import io.tocsin.mention.BrandMatcher;
import io.tocsin.mention.BrandTerms;
import io.tocsin.mention.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Terms that no post has, to see whether many cost more than few: with either, the same brands are
 * found.
 */
final class ManyTerms {
  private static final long SEED = 7;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_]+");

  private final List<Mention> posts;
  private final List<String> words;

  /**
   * Terms for these posts.
   *
   * @throws IllegalArgumentException if they have fewer than two words
   */
  ManyTerms(List<Mention> posts) {
    this.posts = List.copyOf(posts);
    words =
        posts.stream()
            .flatMap(post -> NO_WORD.splitAsStream(post.text().toLowerCase(Locale.ROOT)))
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.size() < 2) {
      throw new IllegalArgumentException("posts of fewer than two words: " + posts.size());
    }
  }

  /** How many terms there are of all kinds. */
  static int count(List<BrandTerms> entries) {
    return entries.stream().mapToInt(ManyTerms::count).sum();
  }

  /**
   * These entries, and one more brand with as many terms as are missing.
   *
   * @param total how many terms there shall be; if there are more, they all stay
   */
  List<BrandTerms> upTo(int total, TermCase kind, List<BrandTerms> entries) {
    Random random = new Random(SEED);
    Set<String> terms = new TreeSet<>();
    int missing = total - count(entries);
    while (terms.size() < missing) {
      Set<String> more = new TreeSet<>();
      for (int i = terms.size(); i < missing; i++) {
        more.add(kind.term(words, random));
      }
      terms.addAll(absent(kind, more));
    }
    List<BrandTerms> all = new ArrayList<>(entries);
    all.add(brand("many", kind, List.copyOf(terms)));
    return all;
  }

  private Set<String> absent(TermCase kind, Set<String> terms) {
    BrandMatcher matcher =
        new BrandMatcher(terms.stream().map(term -> brand(term, kind, List.of(term))).toList());
    Set<String> absent = new TreeSet<>(terms);
    posts.forEach(post -> matcher.match(post).forEach(absent::remove));
    return absent;
  }

  private static BrandTerms brand(String key, TermCase kind, List<String> terms) {
    return kind == TermCase.TAGS
        ? new BrandTerms(
            key, third(terms, 0), third(terms, 1), third(terms, 2), List.of(), List.of())
        : new BrandTerms(key, List.of(), List.of(), List.of(), terms, List.of());
  }

  /** By their hashes, so that a term is of one kind alone and among others. */
  private static List<String> third(List<String> terms, int which) {
    return terms.stream().filter(term -> Math.floorMod(term.hashCode(), 3) == which).toList();
  }

  private static int count(BrandTerms terms) {
    return terms.handles().size()
        + terms.hashtags().size()
        + terms.cashtags().size()
        + terms.phrases().size()
        + terms.exclusions().size();
  }
}
