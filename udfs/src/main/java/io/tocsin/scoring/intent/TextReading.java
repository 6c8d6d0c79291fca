package io.tocsin.scoring.intent;

import io.tocsin.scoring.SentimentScorer;
import io.tocsin.scoring.linear.FeatureScanner;
import io.tocsin.scoring.linear.LinearScorer;
import io.tocsin.scoring.linear.TextFeatures;
import org.jspecify.annotations.Nullable;

/**
 * The features of the text that was just scored; it is read again only for a scorer without any.
 */
public final class TextReading {
  private final @Nullable LinearScorer scorer;
  private final FeatureScanner scanner = new FeatureScanner();

  /** Beside this scorer. */
  public TextReading(SentimentScorer scorer) {
    this.scorer = scorer instanceof LinearScorer linear ? linear : null;
  }

  /**
   * Features of a text.
   *
   * @param text the one that was scored last
   */
  public TextFeatures of(String text) {
    return scorer == null ? scanner.read(text) : scorer.features();
  }
}
