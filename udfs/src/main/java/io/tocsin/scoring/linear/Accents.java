package io.tocsin.scoring.linear;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Joins accents that stand apart to their letters, without making a String: some systems write
 * {@code é} as two units, and the word is the same.
 */
final class Accents {
  /** No letter: the two do not join. */
  static final char NONE = 0;

  private static final char FIRST_ACCENT = '\u0300';
  private static final char LAST_ACCENT = '\u036f';
  private static final char LAST_PLAIN_LETTER = '\u04ff';
  private static final int SLOTS = 1 << 12;
  private static final int GOLDEN_RATIO = 0x9e3779b9;
  private static final int SHIFT = 20;

  private static final int[] PAIRS = new int[SLOTS];
  private static final char[] COMPOSED = new char[SLOTS];

  static {
    Arrays.fill(PAIRS, 0);
    for (char letter = 'a'; letter <= LAST_PLAIN_LETTER; letter++) {
      if (Character.isLowerCase(letter)) {
        addAll(letter);
      }
    }
  }

  private Accents() {}

  static boolean isAccent(char unit) {
    return unit >= FIRST_ACCENT && unit <= LAST_ACCENT;
  }

  /** The letter that the two make, or {@link #NONE}. */
  static char compose(char letter, char accent) {
    return COMPOSED[slot(pair(letter, accent))];
  }

  private static void addAll(char letter) {
    for (char accent = FIRST_ACCENT; accent <= LAST_ACCENT; accent++) {
      String joined = Normalizer.normalize("" + letter + accent, Normalizer.Form.NFC);
      if (joined.length() == 1) {
        int slot = slot(pair(letter, accent));
        PAIRS[slot] = pair(letter, accent);
        COMPOSED[slot] = joined.charAt(0);
      }
    }
  }

  private static int pair(char letter, char accent) {
    return (letter << Character.SIZE) | accent;
  }

  private static int slot(int pair) {
    int slot = (pair * GOLDEN_RATIO) >>> SHIFT;
    while (PAIRS[slot] != 0 && PAIRS[slot] != pair) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }
}
