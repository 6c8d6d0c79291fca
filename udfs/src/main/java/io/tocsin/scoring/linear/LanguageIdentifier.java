package io.tocsin.scoring.linear;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which language a text is in, or that it does not know. Not thread-safe. */
final class LanguageIdentifier {
  /** Fewer letters tell no language. */
  private static final int FEWEST_LETTERS = 6;

  private final LinearModel model;
  private final List<String> languages;
  private final float[] probabilities;

  LanguageIdentifier(ModelEntry entry) {
    model = entry.model();
    languages = entry.outputs();
    probabilities = new float[model.outputs()];
  }

  /**
   * The likeliest language, if it is likely enough.
   *
   * @param features of the text
   * @param leastProbability from 0 to 1
   * @return ISO 639-1 code, or null where none is likely enough
   */
  @Nullable String identify(TextFeatures features, float leastProbability) {
    if (features.letters() < FEWEST_LETTERS) {
      return null;
    }
    model.judge(features, probabilities);
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return probabilities[best] >= leastProbability ? languages.get(best) : null;
  }
}
