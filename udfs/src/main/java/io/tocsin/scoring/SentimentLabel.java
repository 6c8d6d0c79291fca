package io.tocsin.scoring;

/** The likeliest sentiment of a text, or that no model speaks its language. */
public enum SentimentLabel {
  NEGATIVE,
  NEUTRAL,
  POSITIVE,
  UNSCORED
}
