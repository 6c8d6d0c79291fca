package io.tocsin.window;

import java.util.Comparator;
import java.util.List;

/**
 * Who spoke on a watch in its latest slides, in which languages and of what. A watch in which
 * nobody spoke for as long holds none of it.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class RecentCrowd {
  private static final int LANGUAGES_NAMED = 5;

  /** The busiest authors of each slide. */
  public RecentTally authors = new RecentTally();

  /** The most frequent languages of each slide. */
  public RecentTally languages = new RecentTally();

  /** Mentions that came too late, under one key. */
  public RecentTally late = new RecentTally();

  /** Some of the texts. */
  public RecentSample texts = new RecentSample();

  /** For Flink, and for a watch that heard nobody. */
  public RecentCrowd() {}

  /**
   * Takes a slide.
   *
   * @param oldestMillis what was heard before is forgotten
   */
  public void hear(Slide slide, long oldestMillis) {
    Crowd crowd = slide.crowd();
    long start = slide.startMillis();
    authors.hear(start, crowd.authors(), oldestMillis);
    languages.hear(start, crowd.languages(), oldestMillis);
    late.hear(start, crowd.late() == 0 ? new long[0] : new long[] {crowd.late()}, oldestMillis);
    texts.hear(start, crowd.texts());
    if (authors.entries.length == 0) {
      texts = new RecentSample();
    }
  }

  /**
   * Mentions of those who wrote most in the slides that begin from a time on.
   *
   * @param count how many authors
   */
  public long mentionsOfBusiest(int count, long fromMillis) {
    return authors.since(fromMillis).values().stream()
        .sorted(Comparator.reverseOrder())
        .limit(count)
        .mapToLong(Long::longValue)
        .sum();
  }

  /**
   * Languages of the slides that begin from a time on, most frequent first.
   *
   * @param mentions how many there were, in any language
   */
  public List<LanguageShare> languagesSince(long fromMillis, long mentions) {
    return languages.since(fromMillis).entrySet().stream()
        .map(entry -> LanguageShare.of(entry.getKey(), entry.getValue(), mentions))
        .sorted(LanguageShare.MOST_FIRST)
        .limit(LANGUAGES_NAMED)
        .toList();
  }

  /** Mentions that came too late in the slides that begin from a time on. */
  public long lateSince(long fromMillis) {
    return late.since(fromMillis).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Some of the texts of the slides that begin in this time. */
  public List<SampledText> textsBetween(long fromMillis, long toMillis) {
    return texts.between(fromMillis, toMillis);
  }
}
