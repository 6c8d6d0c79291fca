package io.tocsin.deploy.train;

import io.tocsin.scoring.linear.FeatureScanner;
import io.tocsin.scoring.linear.TextFeatures;

/**
 * A training text as the trainer reads it.
 *
 * @param words hashes of the word family
 * @param characters hashes of the character family
 * @param group index of the group's own weights
 */
record EncodedText(int[] words, int[] characters, float[] targets, float weight, int group) {
  static EncodedText of(TrainingText text, FeatureScanner scanner, int group) {
    TextFeatures features = scanner.read(text.text());
    return new EncodedText(
        features.words().toArray(),
        features.characters().toArray(),
        text.targets(),
        text.weight(),
        group);
  }
}
