package io.tocsin.scoring.linear;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells which language a text is in, or that it does not know: scripts of one language by the
 * script, Latin, Arabic and Devanagari by a model. It says nothing of a text of few letters, or of
 * one whose letters are of several scripts. Not thread-safe.
 */
final class LanguageIdentifier {
  /** Fewer letters tell no language. */
  private static final int FEWEST_LETTERS = 8;

  /** Japanese is told by its syllables, of which a short text holds a few. */
  private static final int FEWEST_KANA = 2;

  /** A text is of one script where this share of its letters is. */
  private static final float ONE_SCRIPT = 0.6f;

  private final LinearModel model;
  private final List<String> languages;
  private final float[] probabilities;

  LanguageIdentifier(ModelEntry entry) {
    model = entry.model();
    languages = entry.outputs();
    probabilities = new float[model.outputs()];
  }

  /** Whether it would know a text of this language. */
  boolean knows(String language) {
    return languages.contains(language);
  }

  /** Whether a text of this language, which it knows, may be written in this script. */
  static boolean mayWrite(Script script, String language) {
    return switch (language) {
      case "ar", "fa", "ur" -> script == Script.ARABIC;
      case "mr", "ne" -> script == Script.DEVANAGARI;
      case "hi" -> script == Script.DEVANAGARI || script == Script.LATIN;
      default -> script == Script.LATIN;
    };
  }

  /**
   * The likeliest language, if it is likely enough.
   *
   * @param features of the text
   * @param most features that are read of each family: more cost more and tell more
   * @param leastProbability from 0 to 1
   * @return ISO 639-1 code, or null where none is likely enough
   */
  @Nullable String identify(TextFeatures features, int most, float leastProbability) {
    int letters = features.letters();
    int kana = features.letters(Script.KANA);
    if (kana >= FEWEST_KANA && kana + features.letters(Script.HAN) > ONE_SCRIPT * letters) {
      return "ja";
    }
    Script script = features.mainScript();
    if (letters < FEWEST_LETTERS || features.letters(script) < ONE_SCRIPT * letters) {
      return null;
    }
    return switch (script) {
      case LATIN, ARABIC, DEVANAGARI -> likeliest(features, most, leastProbability);
      case HAN -> "zh";
      case HANGUL -> "ko";
      case GREEK -> "el";
      case HEBREW -> "he";
      default -> null;
    };
  }

  private @Nullable String likeliest(TextFeatures features, int most, float leastProbability) {
    model.judgeBeginning(features, most, probabilities);
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return probabilities[best] >= leastProbability ? languages.get(best) : null;
  }
}
