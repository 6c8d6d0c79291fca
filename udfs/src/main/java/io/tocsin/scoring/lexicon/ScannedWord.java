package io.tocsin.scoring.lexicon;

/**
 * The word under the scanner: its hashes and how it is written. One object for all words of all
 * texts, so that a word costs no allocation.
 */
final class ScannedWord {
  private static final int LONGEST_RUN = 2;

  private long hash;
  private long undrawnHash;
  private long undrawnHashAtRun;
  private char last;
  private int run;
  private int letters;
  private int capitals;
  private boolean drawnOut;

  /** Forgets the word. */
  void clear() {
    hash = WordHash.EMPTY;
    undrawnHash = WordHash.EMPTY;
    last = 0;
    run = 0;
    letters = 0;
    capitals = 0;
    drawnOut = false;
  }

  /** Adds the word's next unit as it was written. */
  void append(char original) {
    char c = Characters.fold(original);
    if (Characters.isLetterOrDigit(c) && !Characters.isDigit(c)) {
      letters++;
      capitals += Characters.isCapital(original) ? 1 : 0;
    }
    run = c == last && !Characters.isDigit(c) ? run + 1 : 1;
    last = c;
    if (run > LONGEST_RUN) {
      drawnOut = true;
      undrawnHash = undrawnHashAtRun;
      return;
    }
    hash = WordHash.append(hash, c);
    undrawnHash = WordHash.append(undrawnHash, c);
    if (run == 1) {
      undrawnHashAtRun = undrawnHash;
    }
  }

  /** The folded word's hash, runs of three letters or more cut to two. */
  long hash() {
    return hash;
  }

  /** The folded word's hash, runs of three letters or more cut to one: {@code baaad}, bad. */
  long undrawnHash() {
    return undrawnHash;
  }

  /** Whether a letter stands three times or more in a row. */
  boolean isDrawnOut() {
    return drawnOut;
  }

  /** Whether it has a letter yet. */
  boolean hasLetters() {
    return letters > 0;
  }

  /** Whether it has two letters or more, all of them capitals. */
  boolean isShouted() {
    return letters > 1 && capitals == letters;
  }

  /** Whether it has letters and no capital. */
  boolean isLowerCase() {
    return letters > 0 && capitals == 0;
  }

  /** Whether it has a small letter, so that a capital begins the next word of a hashtag. */
  boolean hasSmallLetter() {
    return capitals < letters;
  }
}
