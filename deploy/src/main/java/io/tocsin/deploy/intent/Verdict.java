package io.tocsin.deploy.intent;

/**
 * What a model said of a text, and what is true.
 *
 * @param probability from 0 to 1
 * @param truth what a person said
 */
record Verdict(float probability, boolean truth) {
  private static final float LIKELY = 0.5f;

  boolean isLikely() {
    return probability >= LIKELY;
  }
}
