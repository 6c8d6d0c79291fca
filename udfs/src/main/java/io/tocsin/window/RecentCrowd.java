package io.tocsin.window;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Who spoke on a watch of late, in which languages and of what. It holds no more than was said in
 * the last six hours, and where much is said no more than the last minutes.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class RecentCrowd {
  private static final long SPAN_MILLIS = 6 * 3_600_000;
  private static final int OF_A_SLIDE = 3;
  private static final int LANGUAGES_NAMED = 5;

  private static final int MENTIONS = 0;
  private static final int SCORED = 1;
  private static final int NEGATIVE = 2;
  private static final int LATE = 3;

  /** Mentions of each slide by what became of them. */
  public RecentTally counts = new RecentTally();

  /** The busiest authors of each slide. */
  public RecentTally authors = new RecentTally();

  /** The most frequent languages of each slide. */
  public RecentTally languages = new RecentTally();

  /** Some of the texts. */
  public RecentSample texts = new RecentSample();

  /** The most telling posts. */
  public RecentExamples examples = new RecentExamples();

  /** For Flink, and for a watch that heard nobody. */
  public RecentCrowd() {}

  /** Takes a slide, later than every slide before it. */
  public void hear(Slide slide) {
    Crowd crowd = slide.crowd();
    long start = slide.startMillis();
    long oldest = start - SPAN_MILLIS;
    counts.hear(start, counts(slide), LATE + 1, oldest);
    authors.hear(start, crowd.authors(), OF_A_SLIDE, oldest);
    languages.hear(start, crowd.languages(), OF_A_SLIDE, oldest);
    texts.hear(start, crowd.texts(), oldest);
    examples.hear(start, slide.examples(), oldest);
  }

  /** The crowd of the slides that begin from a time on. */
  public CrowdSums since(long fromMillis) {
    long from =
        LongStream.of(
                fromMillis, counts.oldestMillis(), authors.oldestMillis(), languages.oldestMillis())
            .max()
            .getAsLong();
    Map<Integer, Long> counted = counts.since(from);
    long mentions = counted.getOrDefault(MENTIONS, 0L);
    List<Long> busiest =
        authors.since(from).values().stream().sorted(Comparator.reverseOrder()).toList();
    return new CrowdSums(
        mentions,
        counted.getOrDefault(SCORED, 0L),
        counted.getOrDefault(NEGATIVE, 0L),
        counted.getOrDefault(LATE, 0L),
        busiest.size(),
        busiest.stream().limit(1).mapToLong(Long::longValue).sum(),
        busiest.stream().limit(3).mapToLong(Long::longValue).sum(),
        languages(from, mentions));
  }

  /** Some of the texts of the slides that begin in this time. */
  public List<SampledText> textsBetween(long fromMillis, long toMillis) {
    return texts.between(fromMillis, toMillis);
  }

  /** The most telling posts of the slides that begin from this time on, best first. */
  public List<ExamplePost> examplesSince(long fromMillis) {
    return examples.since(fromMillis);
  }

  private List<LanguageShare> languages(long fromMillis, long mentions) {
    return languages.since(fromMillis).entrySet().stream()
        .map(entry -> LanguageShare.of(entry.getKey(), entry.getValue(), mentions))
        .sorted(LanguageShare.MOST_FIRST)
        .limit(LANGUAGES_NAMED)
        .toList();
  }

  private static long[] counts(Slide slide) {
    Tally counts = new Tally();
    add(counts, MENTIONS, slide.mentions());
    add(counts, SCORED, slide.scored());
    add(counts, NEGATIVE, slide.negative());
    add(counts, LATE, slide.crowd().late());
    return counts.entries();
  }

  private static void add(Tally counts, int key, long count) {
    if (count > 0) {
      counts.add(key, count);
    }
  }
}
