package io.tocsin.scoring.lexicon;

import io.tocsin.scoring.Judgement;
import io.tocsin.scoring.SentimentLabel;

/**
 * Turns a tally into probabilities: a softmax over negative, neutral (0) and positive.
 *
 * <pre>
 *   loud     = 1 + 0.2 min(exclamation marks, 3)
 *   negative = -0.9  + 1.5 ln(1 + loud blame)
 *   positive = -0.95 + 1.4 ln(1 + loud praise) - 0.3 ln(1 + loud blame) - 0.5 (if it asks)
 * </pre>
 *
 * The constants are a softmax regression on 47,649 English tweets (SemEval 2013-16), the classes
 * weighted alike, rounded; what rounded to 0 was left out. So the probabilities hold where the
 * three are equally common: without a weighing word they are 0.23, 0.56 and 0.21. The other
 * languages share the constants, because their lexicons share the scale. On TweetEval's validation
 * set the macro-averaged recall is 61.
 */
final class SentimentCalibration {
  private static final double LOUDER_PER_EXCLAMATION = 0.2;
  private static final double NEGATIVE_BIAS = -0.9;
  private static final double NEGATIVE_PER_BLAME = 1.5;
  private static final double POSITIVE_BIAS = -0.95;
  private static final double POSITIVE_PER_PRAISE = 1.4;
  private static final double POSITIVE_PER_BLAME = -0.3;
  private static final double POSITIVE_IF_ASKING = -0.5;

  private SentimentCalibration() {}

  /**
   * What the tally says.
   *
   * @param model stamped on the judgement
   * @param judgement takes what the tally says
   */
  static void judge(ValenceTally tally, String model, Judgement judgement) {
    double loud = 1 + LOUDER_PER_EXCLAMATION * tally.exclamations();
    double praise = Math.log1p(loud * tally.praise());
    double blame = Math.log1p(loud * tally.blame());
    double negative = Math.exp(NEGATIVE_BIAS + NEGATIVE_PER_BLAME * blame);
    double positive =
        Math.exp(
            POSITIVE_BIAS
                + POSITIVE_PER_PRAISE * praise
                + POSITIVE_PER_BLAME * blame
                + (tally.asks() ? POSITIVE_IF_ASKING : 0));
    double sum = negative + 1 + positive;
    judgement.scored(
        (float) (negative / sum),
        (float) (1 / sum),
        (float) (positive / sum),
        likeliest(negative, positive),
        tally.lexicon().language(),
        model);
  }

  private static SentimentLabel likeliest(double negative, double positive) {
    if (negative > 1 && negative >= positive) {
      return SentimentLabel.NEGATIVE;
    }
    return positive > 1 ? SentimentLabel.POSITIVE : SentimentLabel.NEUTRAL;
  }
}
