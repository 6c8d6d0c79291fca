package io.tocsin.deploy.adapt;

import io.tocsin.deploy.train.ClassBalance;
import io.tocsin.deploy.train.TrainingText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes what the fast model learns from: where a person labelled a text, half of what the person
 * says and half of what e5 says, and else what e5 says. More weight for people fits them better by
 * a point and loses three points on texts of others; see RATIONALE.md.
 */
final class Blend {
  private static final float PERSONS_SHARE = 0.5f;

  private Blend() {}

  /** The texts with targets; people's labels are weighed so that the three classes count alike. */
  static List<TrainingText> of(List<TaughtText> texts) {
    Map<String, TrainingText> byPeople = new HashMap<>();
    for (TrainingText labelled : ClassBalance.of(labelledByPeople(texts), 1)) {
      byPeople.put(labelled.text(), labelled);
    }
    List<TrainingText> blended = new ArrayList<>(texts.size());
    for (TaughtText text : texts) {
      TrainingText soft = text.softly().times(1 - PERSONS_SHARE);
      TrainingText hard = byPeople.get(text.text());
      blended.add(hard == null ? soft : mixed(hard.times(PERSONS_SHARE), soft));
    }
    return blended;
  }

  /** Those that people labelled, with their labels. */
  static List<TrainingText> labelledByPeople(List<TaughtText> texts) {
    List<TrainingText> labelled = new ArrayList<>();
    for (TaughtText text : texts) {
      Integer label = text.person();
      if (label != null) {
        labelled.add(
            TrainingText.labelled(text.text(), label, TaughtText.CLASSES, TaughtText.ENGLISH));
      }
    }
    return labelled;
  }

  private static TrainingText mixed(TrainingText one, TrainingText other) {
    float weight = one.weight() + other.weight();
    float[] targets = new float[TaughtText.CLASSES];
    for (int i = 0; i < targets.length; i++) {
      float sum = one.weight() * one.targets()[i] + other.weight() * other.targets()[i];
      targets[i] = Math.min(1, sum / weight);
    }
    return new TrainingText(one.text(), targets, weight, one.group());
  }
}
