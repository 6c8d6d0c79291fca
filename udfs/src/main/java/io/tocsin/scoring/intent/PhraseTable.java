package io.tocsin.scoring.intent;

import io.tocsin.scoring.linear.FeatureList;
import io.tocsin.scoring.linear.PhraseFeature;
import java.util.OptionalInt;

/**
 * Phrases and what each of them tells, as bits. They are looked up by the hashed features of a
 * text, a probe a feature: open addressing with linear probing, at most half full. Two of a
 * thousand phrases share a feature once in four million tables.
 */
final class PhraseTable {
  private static final int FIRST_SLOTS = 64;

  private int[] features = new int[FIRST_SLOTS];
  private int[] bits = new int[FIRST_SLOTS];
  private int size;

  /**
   * Adds a phrase.
   *
   * @param told bits, not 0
   * @throws IllegalArgumentException if the phrase is not one or two words
   */
  void add(String phrase, int told) {
    OptionalInt feature = PhraseFeature.of(phrase);
    if (feature.isEmpty()) {
      throw new IllegalArgumentException("not one or two words: '" + phrase + "'");
    }
    put(feature.getAsInt(), told);
  }

  /** Adds all phrases of another table. */
  void addAll(PhraseTable other) {
    for (int slot = 0; slot < other.bits.length; slot++) {
      if (other.bits[slot] != 0) {
        put(other.features[slot], other.bits[slot]);
      }
    }
  }

  /** What the phrases in a text tell together. */
  int toldBy(FeatureList words) {
    int told = 0;
    for (int i = 0; i < words.size(); i++) {
      told |= bits[slotOf(words.hash(i))];
    }
    return told;
  }

  private void put(int feature, int told) {
    int slot = slotOf(feature);
    if (bits[slot] == 0 && 2 * ++size > bits.length) {
      grow();
      slot = slotOf(feature);
    }
    features[slot] = feature;
    bits[slot] |= told;
  }

  private void grow() {
    int[] oldFeatures = features;
    int[] oldBits = bits;
    features = new int[2 * oldFeatures.length];
    bits = new int[2 * oldBits.length];
    for (int i = 0; i < oldBits.length; i++) {
      if (oldBits[i] != 0) {
        int slot = slotOf(oldFeatures[i]);
        features[slot] = oldFeatures[i];
        bits[slot] = oldBits[i];
      }
    }
  }

  /** Where the feature is, or an empty slot. */
  private int slotOf(int feature) {
    int mask = bits.length - 1;
    int slot = feature & mask;
    while (bits[slot] != 0 && features[slot] != feature) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
