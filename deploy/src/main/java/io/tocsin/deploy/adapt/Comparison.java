package io.tocsin.deploy.adapt;

import io.tocsin.deploy.train.Evaluation;

/**
 * One measure of the model before and after, on texts that the training did not see.
 *
 * @param measure what it is measured by
 */
record Comparison(String measure, Evaluation before, Evaluation after) {
  /** Whether the macro recall fell. */
  boolean isWorse() {
    return after.macroRecall().value() < before.macroRecall().value();
  }

  /** One line of the report. */
  String line() {
    return "  %-24s %-14s %-14s %d texts"
        .formatted(measure, before.macroRecall(), after.macroRecall(), after.texts());
  }
}
