package io.tocsin.window;

/**
 * The sums of one window. Distinct texts and authors are sums over slides: the same text counts
 * once a slide.
 */
public final class WindowSums {
  private final long windowMillis;
  private long mentions;
  private long voices;
  private long scored;
  private long negative;
  private double negativity;
  private double reachWeight;
  private long reach;
  private long distinctTexts;
  private long distinctAuthors;

  WindowSums(long windowMillis) {
    this.windowMillis = windowMillis;
  }

  void add(SlidingSums ring, int slot) {
    mentions += ring.mentions[slot];
    voices += ring.voices[slot];
    scored += ring.scored[slot];
    negative += ring.negative[slot];
    negativity += ring.negativity[slot];
    reachWeight += ring.reachWeights[slot];
    reach += ring.reach[slot];
    distinctTexts += ring.distinctTexts[slot];
    distinctAuthors += ring.distinctAuthors[slot];
  }

  /** The window's length. */
  public long windowMillis() {
    return windowMillis;
  }

  /** Posts, each counted. */
  public long mentions() {
    return mentions;
  }

  /** Mentions with floods of one text or one author counted as one voice a slide. */
  public long voices() {
    return voices;
  }

  /** Posts that a model could score. */
  public long scored() {
    return scored;
  }

  /** Posts labelled negative. */
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

  /** Sum of the weights of reach, each voice heard once a slide; see {@link Crowd#reachMicros}. */
  public double reachWeight() {
    return reachWeight;
  }

  /** People reached, estimate. */
  public long reach() {
    return reach;
  }

  /** Different texts, estimate. */
  public long distinctTexts() {
    return distinctTexts;
  }

  /** Different authors, estimate. */
  public long distinctAuthors() {
    return distinctAuthors;
  }
}
