package io.tocsin.window;

import java.util.Arrays;

/**
 * How often each of up to 65,536 keys came. Counts are whole numbers, so the order of updates and
 * merges does not matter.
 *
 * <p>On the wire and in memory a key and its count are one long: the key in the upper 16 bits.
 */
final class Tally {
  private static final int KEY_SHIFT = 48;
  private static final long COUNT_MASK = (1L << KEY_SHIFT) - 1;
  private static final int FEWEST_SLOTS = 4;

  private long[] slots = new long[FEWEST_SLOTS];
  private int size;

  /**
   * Counts a key.
   *
   * @param key its lower 16 bits count
   * @param count at least 1
   */
  void add(int key, long count) {
    int slot = slotOf(key & 0xFFFF);
    if (slots[slot] == 0) {
      slots[slot] = (long) key << KEY_SHIFT;
      size++;
    }
    slots[slot] += count;
    if (2 * size > slots.length) {
      grow();
    }
  }

  /** Adds what another tally counted, as its {@link #entries}. */
  void merge(long[] entries) {
    for (long entry : entries) {
      add(keyOf(entry), countOf(entry));
    }
  }

  /** Every key with its count, by key. */
  long[] entries() {
    long[] entries = Arrays.stream(slots).filter(entry -> entry != 0).toArray();
    Arrays.sort(entries);
    return entries;
  }

  static int keyOf(long entry) {
    return (int) (entry >>> KEY_SHIFT);
  }

  static long countOf(long entry) {
    return entry & COUNT_MASK;
  }

  private int slotOf(int key) {
    int slot = (key * 0x9E3779B1) >>> 16 & (slots.length - 1);
    while (slots[slot] != 0 && keyOf(slots[slot]) != key) {
      slot = slot + 1 & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[2 * before.length];
    for (long entry : before) {
      if (entry != 0) {
        slots[slotOf(keyOf(entry))] = entry;
      }
    }
  }
}
