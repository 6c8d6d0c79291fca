package io.tocsin.scoring.linear;

import java.util.OptionalInt;

/**
 * Finds short phrases in a text by the features that were read of it anyway: a word leaves a
 * feature of its own wherever it stands, and so do two words in a row. Words are told apart and
 * folded as in any text; a mark or an emoji is a word too.
 */
public final class PhraseFeature {
  /** Where {@link TokenSink} puts the pair of the first two tokens. */
  private static final int PAIR_AT = 3;

  private PhraseFeature() {}

  /**
   * The feature of the word family that shows that a phrase is in a text.
   *
   * @return empty where the phrase is not one or two words
   */
  public static OptionalInt of(String phrase) {
    TextFeatures features = new FeatureScanner().read(phrase);
    return switch (features.tokens()) {
      case 1 -> OptionalInt.of(features.words().hash(0));
      case 2 -> OptionalInt.of(features.words().hash(PAIR_AT));
      default -> OptionalInt.empty();
    };
  }
}
