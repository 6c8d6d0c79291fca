package io.tocsin.deploy.teacher;

import io.tocsin.deploy.train.TrainingText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges labelled texts by heads that did not see them: each fifth of the texts by a head of the
 * other four. So a student learns from them what the teacher would say, and not the labels again.
 */
final class Folds {
  private static final int COUNT = 5;

  private Folds() {}

  /**
   * Probabilities for each text, in the texts' order.
   *
   * @param layers what the numbers were made of
   * @param numbers what the encoder made of each text
   * @param texts what they are; copies of a text fall into one fold
   */
  static List<float[]> judge(
      List<Integer> layers, List<float[]> numbers, List<TrainingText> texts) {
    List<float[]> judged = new ArrayList<>(numbers);
    for (int fold = 0; fold < COUNT; fold++) {
      E5Head head = trainWithout(fold, layers, numbers, texts);
      for (int i = 0; i < texts.size(); i++) {
        if (foldOf(texts.get(i)) == fold) {
          judged.set(i, head.judge(numbers.get(i)));
        }
      }
    }
    return judged;
  }

  private static E5Head trainWithout(
      int fold, List<Integer> layers, List<float[]> numbers, List<TrainingText> texts) {
    List<float[]> otherNumbers = new ArrayList<>();
    List<TrainingText> others = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if (foldOf(texts.get(i)) != fold) {
        otherNumbers.add(numbers.get(i));
        others.add(texts.get(i));
      }
    }
    try {
      return E5HeadFile.read(E5HeadTrainer.train("fold-" + fold, layers, otherNumbers, others));
    } catch (IOException e) {
      throw new UncheckedIOException("what was just written is readable", e);
    }
  }

  private static int foldOf(TrainingText text) {
    return Math.floorMod((text.text().hashCode() * 0x9E3779B9) >>> 7, COUNT);
  }
}
