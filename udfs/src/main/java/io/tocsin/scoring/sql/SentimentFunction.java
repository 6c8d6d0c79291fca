package io.tocsin.scoring.sql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code SENTIMENT(text)}: {@code negative}, {@code neutral}, {@code positive} or {@code unscored};
 * NULL for NULL.
 */
public final class SentimentFunction extends ScoringFunction {
  private static final long serialVersionUID = 1L;

  /** The label of a text. */
  public @Nullable String eval(@Nullable String text) {
    return text == null ? null : judge(text).label().name().toLowerCase(Locale.ROOT);
  }
}
