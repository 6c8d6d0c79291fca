package io.tocsin.scoring;

import org.jspecify.annotations.Nullable;

/**
 * Tells how a text feels. Not thread-safe: every operator instance opens its own, and closes it
 * where it holds something outside the heap.
 */
public interface SentimentScorer extends AutoCloseable {
  /**
   * Scores one text.
   *
   * @param text the post as written
   * @param lang BCP 47 tag as the network states it, or null
   * @param judgement takes what it says
   */
  void judge(String text, @Nullable String lang, Judgement judgement);

  /** As {@link #judge}, for whoever wants a record of it. */
  default Sentiment score(String text, @Nullable String lang) {
    Judgement judgement = new Judgement();
    judge(text, lang, judgement);
    return judgement.toSentiment();
  }

  /** Name and version of the model, stamped on every scored mention. */
  String model();

  /** Most scorers hold nothing but memory. */
  @Override
  default void close() {}
}
