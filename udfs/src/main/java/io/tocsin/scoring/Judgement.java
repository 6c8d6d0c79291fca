package io.tocsin.scoring;

import org.jspecify.annotations.Nullable;

/**
 * What a scorer says of one text, as {@link Sentiment} has it. Whoever asks keeps it and lends it
 * for the next text, so that no object is made for a text. Unscored before the first. Not
 * thread-safe.
 */
public final class Judgement {
  private float negative;
  private float neutral;
  private float positive;
  private SentimentLabel label = SentimentLabel.UNSCORED;
  private @Nullable String language;
  private String model = "";

  /** Takes what a model says; the three probabilities sum to 1. */
  public void scored(
      float negative,
      float neutral,
      float positive,
      SentimentLabel label,
      @Nullable String language,
      String model) {
    this.negative = negative;
    this.neutral = neutral;
    this.positive = positive;
    this.label = label;
    this.language = language;
    this.model = model;
  }

  /** Takes that the model does not speak this language, or found nothing to judge. */
  public void unscored(@Nullable String language, String model) {
    scored(0, 0, 0, SentimentLabel.UNSCORED, language, model);
  }

  /** Probability from 0 to 1. */
  public float negative() {
    return negative;
  }

  /** Probability from 0 to 1. */
  public float neutral() {
    return neutral;
  }

  /** Probability from 0 to 1. */
  public float positive() {
    return positive;
  }

  /** The likeliest of the three, or {@link SentimentLabel#UNSCORED}. */
  public SentimentLabel label() {
    return label;
  }

  /** The language it was scored in, as an ISO 639-1 code; null where unknown. */
  public @Nullable String language() {
    return language;
  }

  /** Name and version of the model that said so. */
  public String model() {
    return model;
  }

  /** The same as a record that stays. */
  public Sentiment toSentiment() {
    return new Sentiment(negative, neutral, positive, label, language, model);
  }
}
