package io.tocsin.deploy.train;

import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentScorer;
import java.util.ArrayList;
import java.util.List;

/** Judges any scorer by labelled texts. */
public final class ScorerCheck {
  private ScorerCheck() {}

  /**
   * Lets a scorer say what it thinks of texts, and compares.
   *
   * @param texts with hard labels of three classes
   * @param language to state for each
   */
  public static Evaluation judge(
      SentimentScorer scorer, List<TrainingText> texts, String language) {
    List<Prediction> predictions = new ArrayList<>(texts.size());
    for (TrainingText text : texts) {
      Sentiment sentiment = scorer.score(text.text(), language);
      predictions.add(
          new Prediction(
              label(text), sentiment.negative(), sentiment.neutral(), sentiment.positive()));
    }
    return Evaluation.of(predictions);
  }

  /** The output whose target is 1. */
  static int label(TrainingText text) {
    float[] targets = text.targets();
    for (int output = 0; output < targets.length; output++) {
      if (targets[output] == 1) {
        return output;
      }
    }
    throw new IllegalArgumentException("no hard label: " + text.text());
  }
}
