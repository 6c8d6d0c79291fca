package io.tocsin.deploy.desk;

import io.tocsin.scoring.Judgement;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.SentimentScorer;
import org.jspecify.annotations.Nullable;

/** Takes one post for neutral and has no opinion on others. */
final class DoubtfulScorer implements SentimentScorer {
  static final String DOUBTED = "Third day without a line";

  @Override
  public void judge(String text, @Nullable String lang, Judgement judgement) {
    if (text.equals(DOUBTED)) {
      judgement.scored(0.3f, 0.6f, 0.1f, SentimentLabel.NEUTRAL, "en", model());
    } else {
      judgement.unscored(null, model());
    }
  }

  @Override
  public String model() {
    return "doubtful-1";
  }
}
