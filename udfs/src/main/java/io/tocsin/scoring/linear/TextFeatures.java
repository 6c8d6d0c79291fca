package io.tocsin.scoring.linear;

import java.util.Arrays;

/**
 * What a model knows of one text: hashed features in two families, and how many letters of each
 * script it holds. {@link FeatureScanner} fills it; it is used again for the next text.
 */
public final class TextFeatures {
  private static final int MOST_WORDS = 4096;
  private static final int MOST_CHARACTERS = 8192;

  private final FeatureList words = new FeatureList(MOST_WORDS);
  private final FeatureList characters = new FeatureList(MOST_CHARACTERS);
  private final int[] letters = new int[Script.count()];
  private int tokens;
  private int tellingTokens;

  /** Words, pairs of words, symbols, and what the text as a whole is like. */
  public FeatureList words() {
    return words;
  }

  /** Runs of three to five units within words. */
  public FeatureList characters() {
    return characters;
  }

  /** How many words, numbers, marks, symbols, handles and links the text holds. */
  public int tokens() {
    return tokens;
  }

  /** How many words, symbols and faces the text holds: without any there is nothing to judge. */
  public int tellingTokens() {
    return tellingTokens;
  }

  /** How many letters of this script the text holds. */
  public int letters(Script script) {
    return letters[script.index()];
  }

  /** How many letters of any script the text holds. */
  public int letters() {
    int sum = 0;
    for (int count : letters) {
      sum += count;
    }
    return sum;
  }

  /** The script of most letters; {@link Script#OTHER} where there is none. */
  public Script mainScript() {
    int main = 0;
    for (int i = 1; i < letters.length; i++) {
      if (letters[i] > letters[main]) {
        main = i;
      }
    }
    return Script.at(main);
  }

  void clear() {
    words.clear();
    characters.clear();
    tokens = 0;
    tellingTokens = 0;
    Arrays.fill(letters, 0);
  }

  void countTellingToken() {
    tellingTokens++;
  }

  void setTokens(int count) {
    tokens = count;
  }

  void countLetter(int script) {
    letters[script]++;
  }
}
