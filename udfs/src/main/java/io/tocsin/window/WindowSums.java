package io.tocsin.window;

import java.util.List;

/**
 * The sums of one window. Distinct texts and authors are sums over slides: the same text counts
 * once a slide.
 */
public final class WindowSums {
  private final long windowMillis;
  private final TopExamples examples = new TopExamples();
  private long mentions;
  private long voices;
  private long scored;
  private long negative;
  private double negativity;
  private long reach;
  private long distinctTexts;
  private long distinctAuthors;

  WindowSums(long windowMillis) {
    this.windowMillis = windowMillis;
  }

  void add(Slide slide) {
    mentions += slide.mentions();
    voices += slide.voices();
    scored += slide.scored();
    negative += slide.negative();
    negativity += slide.negativity();
    reach += slide.reach();
    distinctTexts += slide.distinctTexts();
    distinctAuthors += slide.distinctAuthors();
    slide.examples().forEach(examples::add);
  }

  public long windowMillis() {
    return windowMillis;
  }

  public long mentions() {
    return mentions;
  }

  /** Mentions with floods of one text or one author counted as one voice a slide. */
  public long voices() {
    return voices;
  }

  public long scored() {
    return scored;
  }

  public long negative() {
    return negative;
  }

  /** Sum of the probabilities of negative, each voice heard once a slide. */
  public double negativity() {
    return negativity;
  }

  /** Negative among the scored posts, from 0 to 1; 0 where none was scored. */
  public double negativeShare() {
    return scored == 0 ? 0 : (double) negative / scored;
  }

  /** Scored among all posts, from 0 to 1; 1 where there was none. */
  public double scoredShare() {
    return mentions == 0 ? 1 : (double) scored / mentions;
  }

  public long reach() {
    return reach;
  }

  public long distinctTexts() {
    return distinctTexts;
  }

  public long distinctAuthors() {
    return distinctAuthors;
  }

  /** The most telling public posts. */
  public List<ExamplePost> examples() {
    return examples.best();
  }
}
