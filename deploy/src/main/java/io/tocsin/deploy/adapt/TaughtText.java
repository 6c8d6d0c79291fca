package io.tocsin.deploy.adapt;

import io.tocsin.deploy.train.TrainingText;
import io.tocsin.scoring.Sentiment;
import org.jspecify.annotations.Nullable;

/**
 * A brand's text with what is known of it.
 *
 * @param text as written
 * @param teacher what e5 says of it; it was scored
 * @param person what a person says: 0 negative, 1 neutral, 2 positive; null where nobody did
 */
record TaughtText(String text, Sentiment teacher, @Nullable Integer person) {
  static final String ENGLISH = "en";
  static final int CLASSES = 3;

  /** What e5 says, as probabilities. */
  TrainingText softly() {
    float sum = teacher.negative() + teacher.neutral() + teacher.positive();
    float[] targets = {teacher.negative() / sum, teacher.neutral() / sum, teacher.positive() / sum};
    return new TrainingText(text, targets, 1, ENGLISH);
  }

  /** What e5 takes it for. */
  TrainingText byTeacher() {
    int label =
        switch (teacher.label()) {
          case NEGATIVE -> 0;
          case POSITIVE -> 2;
          default -> 1;
        };
    return TrainingText.labelled(text, label, CLASSES, ENGLISH);
  }
}
