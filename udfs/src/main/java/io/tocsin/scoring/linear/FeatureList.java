package io.tocsin.scoring.linear;

import java.util.Arrays;

/**
 * Hashed features of one family, in the order of the text, each as often as it occurs. It holds a
 * fixed number and lets go what is beyond, so that a monstrous text costs no more than a long one.
 */
public final class FeatureList {
  private final int[] hashes;
  private int size;

  FeatureList(int capacity) {
    hashes = new int[capacity];
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /**
   * A feature's hash; all 32 bits are well mixed.
   *
   * @param index from 0 to {@link #size} - 1
   */
  public int hash(int index) {
    return hashes[index];
  }

  /** A copy, to keep. */
  public int[] toArray() {
    return Arrays.copyOf(hashes, size);
  }

  void add(int hash) {
    if (size < hashes.length) {
      hashes[size++] = hash;
    }
  }

  void clear() {
    size = 0;
  }

  int[] hashes() {
    return hashes;
  }
}
