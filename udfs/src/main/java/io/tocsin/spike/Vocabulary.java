package io.tocsin.spike;

import java.util.Set;

/**
 * In how many of a watch's usual texts each word and each pair of words stands: a count-min sketch
 * with conservative update (Estan and Varghese 2002), two probes a term in 2,048 counters. A count
 * is never too low, and about one text in a hundred too high. When {@value #MOST_TEXTS} texts were
 * learnt everything is halved, so the watch forgets what it no longer speaks of.
 *
 * <p>4 kB once a text was learnt, nothing before. Fields are public and change in place because the
 * class is operator state; counters are bytes, so that they are read and written whole.
 */
public final class Vocabulary {
  private static final int MOST_TEXTS = 4_096;
  private static final int LG_COUNTERS = 11;
  private static final int COUNTERS = 1 << LG_COUNTERS;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Counters of 16 bits, high byte first; none before the first text. */
  public byte[] counters = {};

  /** Texts learnt and not forgotten. */
  public int texts;

  /** For Flink, and for a watch that has heard nothing. */
  public Vocabulary() {}

  /**
   * Learns a text.
   *
   * @param terms its terms, each once
   */
  void learn(Set<String> terms) {
    if (counters.length == 0) {
      counters = new byte[2 * COUNTERS];
    }
    if (texts == MOST_TEXTS) {
      halve();
    }
    texts++;
    for (String term : terms) {
      raise(term);
    }
  }

  /** In how many of the texts the term stands, estimate. */
  int count(String term) {
    return counters.length == 0 ? 0 : Math.min(texts, Math.min(at(first(term)), at(second(term))));
  }

  private void raise(String term) {
    int first = first(term);
    int second = second(term);
    int count = Math.min(at(first), at(second)) + 1;
    set(first, Math.max(at(first), count));
    set(second, Math.max(at(second), count));
  }

  private void halve() {
    texts /= 2;
    for (int i = 0; i < COUNTERS; i++) {
      set(i, at(i) / 2);
    }
  }

  private int at(int counter) {
    return (counters[2 * counter] & 0xFF) << Byte.SIZE | (counters[2 * counter + 1] & 0xFF);
  }

  private void set(int counter, int count) {
    counters[2 * counter] = (byte) (count >> Byte.SIZE);
    counters[2 * counter + 1] = (byte) count;
  }

  private static int first(String term) {
    return (int) (spread(term) >>> (Long.SIZE - LG_COUNTERS));
  }

  private static int second(String term) {
    return (int) (spread(term) >>> (Long.SIZE - 2 * LG_COUNTERS)) & (COUNTERS - 1);
  }

  private static long spread(String term) {
    long hash = term.hashCode() * SPREAD;
    return (hash ^ hash >>> 32) * SPREAD;
  }
}
