package io.tocsin.mention;

/**
 * Hashes of stretches of a text. That of any stretch comes from the hashes of the two beginnings
 * that it lies between (Buzhash: rotate, exclusive or the next character).
 */
final class StretchHash {
  private static final int TURN = 7;
  private static final long LETTER = 0x9E3779B97F4A7C15L;
  private static final long FINISH = 0xFF51AFD7ED558CCDL;

  private StretchHash() {}

  /** The hash of a beginning that is one character longer; the empty one's is 0. */
  static long append(long beginning, char next) {
    return Long.rotateLeft(beginning, TURN) ^ (next * LETTER);
  }

  /** The hash of the stretch between two beginnings. All its bits count alike. */
  static long between(long shorter, long longer, int chars) {
    long hash = (longer ^ Long.rotateLeft(shorter, TURN * chars)) * FINISH;
    return hash ^ (hash >>> 32);
  }
}
