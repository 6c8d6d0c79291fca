package io.tocsin.deploy.train;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts parted into those to train on and those to judge by, by a hash of the text: the same text
 * always falls on the same side, and so do its repeats.
 *
 * @param training about nine of ten
 * @param judging about one of ten
 */
public record HeldBack(List<TrainingText> training, List<TrainingText> judging) {
  private static final int PARTS = 10;

  /** Parts texts. */
  public static HeldBack of(List<TrainingText> texts) {
    List<TrainingText> training = new ArrayList<>();
    List<TrainingText> judging = new ArrayList<>();
    for (TrainingText text : texts) {
      boolean isHeldBack = Math.floorMod(TextHash.of(text.text()), (long) PARTS) == 0;
      (isHeldBack ? judging : training).add(text);
    }
    return new HeldBack(List.copyOf(training), List.copyOf(judging));
  }
}
