package io.tocsin.window;

import java.util.Arrays;

/**
 * How many different authors and texts spoke in the latest stretches of time, counted by bits that
 * are set (linear counting, Whang and others 1990): exact while they are few, within 10 % up to two
 * hundred, and 'many' from there on, where nobody asks.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class SourceRing {
  /** What is told where there are more than can be counted. */
  static final int MANY = Integer.MAX_VALUE;

  private static final int MOST_COUNTED = 250;
  private static final int WORDS = 2;
  private static final int BITS = WORDS * Long.SIZE;
  private static final int WORDS_OF_STRETCH = 2 * WORDS;

  /** Length of a stretch. */
  public long stretchMillis;

  /** Number of the newest stretch. */
  public long newest = Long.MIN_VALUE;

  /** Ring of stretches: bits of authors, then bits of texts. */
  public long[] words = {};

  /** For Flink. */
  public SourceRing() {}

  /** A ring of this many stretches. */
  SourceRing(long stretchMillis, int stretches) {
    this.stretchMillis = stretchMillis;
    words = new long[stretches * WORDS_OF_STRETCH];
  }

  /** Moves on to the stretch of a time that is not before the newest. */
  void moveTo(long millis) {
    long stretch = Math.floorDiv(millis, stretchMillis);
    long steps = newest == Long.MIN_VALUE ? stretches() : stretch - newest;
    if (steps >= stretches()) {
      Arrays.fill(words, 0);
    } else {
      for (long gone = newest + 1; gone <= stretch; gone++) {
        Arrays.fill(words, first(gone), first(gone) + WORDS_OF_STRETCH, 0);
      }
    }
    newest = stretch;
  }

  void addAuthor(long hash) {
    set(first(newest), hash);
  }

  void addText(long hash) {
    set(first(newest) + WORDS, hash);
  }

  /** Takes the newest stretch for one of many sources: who spoke is not known. */
  void addUnknown() {
    Arrays.fill(words, first(newest), first(newest) + WORDS_OF_STRETCH, -1);
  }

  /** The smaller of different authors and different texts in the stretches from this time's on. */
  int distinctSince(long millis) {
    long from = Math.max(Math.floorDiv(millis, stretchMillis), newest - stretches() + 1);
    long[] union = new long[WORDS_OF_STRETCH];
    for (long stretch = from; stretch <= newest; stretch++) {
      for (int i = 0; i < WORDS_OF_STRETCH; i++) {
        union[i] |= words[first(stretch) + i];
      }
    }
    return Math.min(estimate(union, 0), estimate(union, WORDS));
  }

  private static int estimate(long[] union, int from) {
    int set = 0;
    for (int i = from; i < from + WORDS; i++) {
      set += Long.bitCount(union[i]);
    }
    double count = -BITS * Math.log1p(-1.0 * set / BITS);
    return count > MOST_COUNTED ? MANY : (int) Math.round(count);
  }

  private void set(int first, long hash) {
    int bit = (int) ((hash * 0x9E3779B97F4A7C15L) >>> 57);
    words[first + bit / Long.SIZE] |= 1L << bit;
  }

  private int first(long stretch) {
    return (int) Math.floorMod(stretch, (long) stretches()) * WORDS_OF_STRETCH;
  }

  private int stretches() {
    return words.length / WORDS_OF_STRETCH;
  }
}
