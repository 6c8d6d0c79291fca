package io.tocsin.scoring.sql;

import org.jspecify.annotations.Nullable;

/**
 * {@code LANGUAGE(text)}: the language of a text as an ISO 639-1 code; NULL for NULL and where it
 * is unknown.
 */
public final class LanguageFunction extends ScoringFunction {
  private static final long serialVersionUID = 1L;

  /** The language of a text. */
  public @Nullable String eval(@Nullable String text) {
    return text == null ? null : judge(text).language();
  }
}
