package io.tocsin.deploy.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a teacher says of texts, to learn from beside what people say. The teacher gives the three
 * classes equal chances before it reads a text.
 */
final class SoftLabels {
  /** Weight of a person's label where the teacher spoke too; the teacher's is the rest. */
  private static final float PERSONS_SHARE = 0.3f;

  /** Weight of a text that only the teacher labelled. */
  private static final float TEACHERS_WEIGHT = 0.7f;

  private final Map<Long, TrainingText> labels = new LinkedHashMap<>();

  SoftLabels(List<TrainingText> softlyLabelled) {
    for (TrainingText text : softlyLabelled) {
      labels.put(TextHash.of(text.text()), text);
    }
  }

  /**
   * Texts to train on: those that people labelled, with the teacher's opinion mixed in where it has
   * one, and those that only the teacher labelled.
   */
  List<TrainingText> blend(List<TrainingText> labelled) {
    List<TrainingText> blended = new ArrayList<>();
    Map<Long, TrainingText> left = new LinkedHashMap<>(labels);
    for (TrainingText text : labelled) {
      long hash = TextHash.of(text.text());
      left.remove(hash);
      TrainingText soft = labels.get(hash);
      blended.add(soft == null ? text : mix(text, soft));
    }
    left.values().forEach(soft -> blended.add(soft.times(TEACHERS_WEIGHT)));
    return blended;
  }

  private static TrainingText mix(TrainingText hard, TrainingText soft) {
    float hardWeight = PERSONS_SHARE * hard.weight();
    float softWeight = (1 - PERSONS_SHARE) * soft.weight();
    float weight = hardWeight + softWeight;
    float[] targets = new float[hard.targets().length];
    for (int output = 0; output < targets.length; output++) {
      targets[output] =
          Math.min(
              1,
              (hardWeight * hard.targets()[output] + softWeight * soft.targets()[output]) / weight);
    }
    return new TrainingText(hard.text(), targets, weight, hard.group());
  }
}
