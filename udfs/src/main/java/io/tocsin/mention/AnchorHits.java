package io.tocsin.mention;

import java.util.Arrays;

/** Anchors noted in a text, in the order of their ends; keeps its room when it is cleared. */
final class AnchorHits {
  private long[] anchors = new long[64];
  private int[] ends = new int[anchors.length];
  private int size;

  void add(long anchor, int end) {
    if (size == anchors.length) {
      anchors = Arrays.copyOf(anchors, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    anchors[size] = anchor;
    ends[size] = end;
    size++;
  }

  int size() {
    return size;
  }

  long anchor(int index) {
    return anchors[index];
  }

  int end(int index) {
    return ends[index];
  }

  void clear() {
    size = 0;
  }
}
