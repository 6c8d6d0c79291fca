package io.tocsin.deploy.train;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What one text teaches the weights. */
final class Lesson {
  private final TrainingSettings settings;
  private final WeightTable shared;
  private final List<WeightTable> own;
  private final float[] odds;
  private final float[] gradient;

  Lesson(TrainingSettings settings, WeightTable shared, List<WeightTable> own) {
    this.settings = settings;
    this.shared = shared;
    this.own = own;
    odds = new float[settings.outputs()];
    gradient = new float[settings.outputs()];
  }

  /**
   * Moves the weights so that they say rather what the text's targets say.
   *
   * @param left how much of the training is left, from 1 to 0
   */
  void teach(EncodedText text, float left, SplittableRandom random) {
    int[] words = remembered(text.words(), random);
    int[] characters = remembered(text.characters(), random);
    Arrays.fill(odds, 0);
    shared.addTo(odds, words, characters);
    if (!own.isEmpty()) {
      own.get(text.group()).addTo(odds, words, characters);
    }
    KnownTargets.gradient(settings.kind(), odds, text.targets(), text.weight(), gradient);
    float rate = settings.learningRate() * left;
    shared.learn(gradient, words, characters, rate, settings.shrinkage());
    if (!own.isEmpty()) {
      float ownRate = rate * settings.ownRate();
      own.get(text.group()).learn(gradient, words, characters, ownRate, settings.shrinkage());
    }
  }

  private int[] remembered(int[] hashes, SplittableRandom random) {
    if (settings.forgetting() == 0) {
      return hashes;
    }
    int[] kept = new int[hashes.length];
    int size = 0;
    for (int hash : hashes) {
      if (random.nextDouble() >= settings.forgetting()) {
        kept[size++] = hash;
      }
    }
    return Arrays.copyOf(kept, size);
  }
}
