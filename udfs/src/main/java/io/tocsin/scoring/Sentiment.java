package io.tocsin.scoring;

import org.jspecify.annotations.Nullable;

/**
 * How a text feels. The three probabilities sum to 1; all are 0 where the text is unscored.
 *
 * @param negative probability from 0 to 1
 * @param neutral probability from 0 to 1
 * @param positive probability from 0 to 1
 * @param label the likeliest of the three, or {@link SentimentLabel#UNSCORED}
 * @param language the language it was scored in, as an ISO 639-1 code; null where unknown
 * @param model name and version of the model that said so
 */
public record Sentiment(
    float negative,
    float neutral,
    float positive,
    SentimentLabel label,
    @Nullable String language,
    String model) {
  /** No model speaks this language. */
  public static Sentiment unscored(@Nullable String language, String model) {
    return new Sentiment(0, 0, 0, SentimentLabel.UNSCORED, language, model);
  }
}
