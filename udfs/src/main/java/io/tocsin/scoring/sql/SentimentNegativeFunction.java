package io.tocsin.scoring.sql;

import io.tocsin.scoring.Judgement;
import io.tocsin.scoring.SentimentLabel;
import org.jspecify.annotations.Nullable;

/**
 * {@code SENTIMENT_NEGATIVE(text)}: the probability that a text is negative, from 0 to 1; NULL for
 * NULL and where the text is unscored, so that averages are over scored texts.
 */
public final class SentimentNegativeFunction extends ScoringFunction {
  private static final long serialVersionUID = 1L;

  /** A double, for sums over many texts. */
  public @Nullable Double eval(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Judgement judgement = judge(text);
    return judgement.label() == SentimentLabel.UNSCORED ? null : (double) judgement.negative();
  }
}
