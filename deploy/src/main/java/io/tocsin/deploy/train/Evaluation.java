package io.tocsin.deploy.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * How well predictions fit the labels of a test set, with standard errors from the bootstrap: the
 * spread of each figure over resamples of the test set.
 *
 * @param texts how many texts were judged
 * @param macroRecall mean over the three classes of the share of its texts that was found
 * @param macroF1 mean over the three classes of F1
 * @param negativeF1 F1 of negative
 * @param negativeAuc probability that a negative text gets a higher probability of negative than
 *     another
 */
public record Evaluation(
    int texts, Figure macroRecall, Figure macroF1, Figure negativeF1, Figure negativeAuc) {
  private static final int RESAMPLES = 200;
  private static final long SEED = 1;

  /**
   * A figure.
   *
   * @param value from 0 to 1; NaN where a class has no text
   * @param error standard error of the value
   */
  public record Figure(double value, double error) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f ± %.1f", 100 * value, 100 * error);
    }
  }

  /** Judges predictions. */
  public static Evaluation of(List<Prediction> predictions) {
    List<Scores> resamples = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < RESAMPLES; i++) {
      resamples.add(Scores.of(resample(predictions, random)));
    }
    Scores whole = Scores.of(predictions);
    return new Evaluation(
        predictions.size(),
        figure(whole, resamples, Scores::macroRecall),
        figure(whole, resamples, Scores::macroF1),
        figure(whole, resamples, Scores::negativeF1),
        figure(whole, resamples, Scores::negativeAuc));
  }

  /** One line, in percent. */
  @Override
  public String toString() {
    return "macro recall %s, macro F1 %s, F1 of negative %s, AUC of negative %s (%d texts)"
        .formatted(macroRecall, macroF1, negativeF1, negativeAuc, texts);
  }

  private static List<Prediction> resample(List<Prediction> predictions, SplittableRandom random) {
    List<Prediction> drawn = new ArrayList<>(predictions.size());
    for (int i = 0; i < predictions.size(); i++) {
      drawn.add(predictions.get(random.nextInt(predictions.size())));
    }
    return drawn;
  }

  private static Figure figure(
      Scores whole, List<Scores> resamples, ToDoubleFunction<Scores> which) {
    double sum = 0;
    double squares = 0;
    for (Scores resample : resamples) {
      double value = which.applyAsDouble(resample);
      sum += value;
      squares += value * value;
    }
    double mean = sum / resamples.size();
    double variance = Math.max(0, squares / resamples.size() - mean * mean);
    return new Figure(which.applyAsDouble(whole), Math.sqrt(variance));
  }
}
