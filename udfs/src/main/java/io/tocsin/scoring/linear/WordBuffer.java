package io.tocsin.scoring.linear;

/**
 * The word being read, folded. A letter written three times and more counts twice, so that {@code
 * sooo} and {@code sooooo} are one word; that it was drawn out is remembered. Units beyond the
 * longest word are dropped.
 */
final class WordBuffer {
  /** Longest word, in UTF-16 units. */
  static final int LONGEST = 64;

  /** Stands before the first and after the last unit; no folded unit equals it. */
  private static final char BORDER = ' ';

  private static final int FIRST_GRAM = FeatureHash.of("characters");
  private static final int SHORTEST_GRAM = 3;

  private final char[] units = new char[LONGEST + 2];
  private int end;
  private int capitals;
  private boolean drawnOut;

  void clear() {
    units[0] = BORDER;
    end = 1;
    capitals = 0;
    drawnOut = false;
  }

  void append(int entry) {
    char unit = UnitTable.folded(entry);
    if (UnitTable.kind(entry) == UnitTable.LETTER && repeats(unit)) {
      drawnOut = true;
    } else {
      appendAsIs(unit);
    }
    if (UnitTable.isCapital(entry)) {
      capitals++;
    }
  }

  /** Half of a letter beyond the basic plane. */
  void appendAsIs(char unit) {
    if (end <= LONGEST) {
      units[end++] = unit;
    }
  }

  /** Joins an accent to the letter before it, or drops it where no such letter exists. */
  void accent(char accent) {
    char composed = Accents.compose(units[end - 1], accent);
    if (composed != Accents.NONE) {
      units[end - 1] = composed;
    }
  }

  private boolean repeats(char unit) {
    return end > 2 && units[end - 1] == unit && units[end - 2] == unit;
  }

  int length() {
    return end - 1;
  }

  boolean isEmpty() {
    return end == 1;
  }

  boolean endsWithSmallLetter() {
    return capitals < length();
  }

  /** Whether it shouts: two letters and more, all of them capitals. */
  boolean isShouted() {
    return capitals > 1 && capitals >= length();
  }

  boolean isDrawnOut() {
    return drawnOut;
  }

  /** Not mixed yet. */
  int hash() {
    int hash = 0;
    for (int i = 1; i < end; i++) {
      hash = FeatureHash.append(hash, units[i]);
    }
    return hash;
  }

  /** Adds all runs of three to five units, the word's borders counting as units. */
  void addGrams(FeatureList grams) {
    units[end] = BORDER;
    int last = end + 1;
    for (int start = 0; start + SHORTEST_GRAM <= last; start++) {
      int hash = FeatureHash.append(FIRST_GRAM, units[start]);
      hash = FeatureHash.append(hash, units[start + 1]);
      hash = FeatureHash.append(hash, units[start + 2]);
      grams.add(FeatureHash.mix(hash));
      if (start + 3 < last) {
        hash = FeatureHash.append(hash, units[start + 3]);
        grams.add(FeatureHash.mix(hash));
        if (start + 4 < last) {
          grams.add(FeatureHash.mix(FeatureHash.append(hash, units[start + 4])));
        }
      }
    }
  }
}
