package io.tocsin.deploy.train;

/**
 * What was said of a text of a test set.
 *
 * @param label what it is: 0 negative, 1 neutral, 2 positive
 * @param negative probability from 0 to 1
 * @param neutral probability from 0 to 1
 * @param positive probability from 0 to 1
 */
public record Prediction(int label, float negative, float neutral, float positive) {
  /** The likeliest class; the earlier one of equals. An unscored text counts as neutral. */
  int likeliest() {
    if (negative + neutral + positive == 0) {
      return 1;
    }
    if (negative >= neutral && negative >= positive) {
      return 0;
    }
    return neutral >= positive ? 1 : 2;
  }
}
