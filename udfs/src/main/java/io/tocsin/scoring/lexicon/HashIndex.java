package io.tocsin.scoring.lexicon;

import java.util.Arrays;

/**
 * From 64-bit hashes to small numbers, without boxing: open addressing with linear probing, at most
 * half full.
 */
final class HashIndex {
  /** What {@link #find} says of a hash that is not there. */
  static final int ABSENT = -1;

  private static final int INITIAL_SLOTS = 64;
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

  private long[] hashes = new long[INITIAL_SLOTS];
  private int[] values = emptySlots(INITIAL_SLOTS);
  private int size;

  /**
   * Adds a hash that is not there yet.
   *
   * @param value from 0
   */
  void add(long hash, int value) {
    if (2 * (size + 1) > hashes.length) {
      grow();
    }
    int slot = slotOf(hash);
    hashes[slot] = hash;
    values[slot] = value;
    size++;
  }

  /** The number that was added with this hash, or {@link #ABSENT}. */
  int find(long hash) {
    return values[slotOf(hash)];
  }

  private int slotOf(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) ((hash * GOLDEN_RATIO) >>> Integer.SIZE) & mask;
    while (values[slot] != ABSENT && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldValues = values;
    hashes = new long[2 * oldHashes.length];
    values = emptySlots(hashes.length);
    size = 0;
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldValues[i] != ABSENT) {
        add(oldHashes[i], oldValues[i]);
      }
    }
  }

  private static int[] emptySlots(int count) {
    int[] slots = new int[count];
    Arrays.fill(slots, ABSENT);
    return slots;
  }
}
