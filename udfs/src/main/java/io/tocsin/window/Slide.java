package io.tocsin.window;

import java.util.List;

/**
 * What one watch saw in one slide: the step by which the sliding windows move.
 *
 * @param startMillis where the slide begins, epoch milliseconds
 * @param mentions posts, each counted
 * @param voices the smaller of distinct authors and distinct texts, near-duplicates taken as one: a
 *     flood of one text, or of one author, is one voice
 * @param scored posts that a model could score
 * @param negative posts labelled negative
 * @param negativityMicros sum of the probabilities of negative, in millionths
 * @param reach people, estimate
 * @param distinctTexts estimate
 * @param distinctAuthors estimate
 * @param examples the most telling public posts
 * @param texts hashes of normalised texts, sorted; none where they are many
 * @param crowd who speaks
 */
public record Slide(
    long startMillis,
    long mentions,
    long voices,
    long scored,
    long negative,
    long negativityMicros,
    long reach,
    long distinctTexts,
    long distinctAuthors,
    List<KeyedExample> examples,
    List<Long> texts,
    Crowd crowd) {
  /** A slide in which the watch saw nothing. */
  public static Slide empty(long startMillis) {
    return new Slide(startMillis, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of(), Crowd.NOBODY);
  }

  /** Sums the panes of one watch that lie in the slide, in any order. */
  public static Slide of(long startMillis, Iterable<Pane> panes) {
    PaneAccumulator sum = new PaneAccumulator();
    panes.forEach(sum::add);
    return sum.toSlide(startMillis);
  }

  /** This slide without so many texts that the watch has heard before, and their voices. */
  Slide withoutTexts(long heard) {
    long news = Math.max(0, distinctTexts - heard);
    return new Slide(
        startMillis,
        mentions,
        Math.min(voices, news),
        scored,
        negative,
        negativityMicros,
        reach,
        news,
        distinctAuthors,
        examples,
        texts,
        crowd);
  }

  /** Sum of the weights of reach, each text and author heard once. */
  public double reachWeight() {
    return mentions == 0 ? 0 : crowd.reachMicros() / Pane.MICROS * voices / mentions;
  }

  /** Sum of the probabilities of negative, each text and author heard once. */
  public double negativity() {
    return mentions == 0 ? 0 : negativityMicros / Pane.MICROS * voices / mentions;
  }
}
