package io.tocsin.mention;

import java.util.Arrays;

/**
 * Tagged stretches of a text in the order of their ends. They are added nearly in this order. Keeps
 * its room when it is cleared.
 */
final class Spans {
  private int[] values = new int[48];
  private int size;

  void add(int tag, int begin, int end) {
    int at = 3 * size;
    if (at == values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    for (; at > 0 && values[at - 1] > end; at -= 3) {
      System.arraycopy(values, at - 3, values, at, 3);
    }
    values[at] = tag;
    values[at + 1] = begin;
    values[at + 2] = end;
    size++;
  }

  int size() {
    return size;
  }

  int tag(int index) {
    return values[3 * index];
  }

  int begin(int index) {
    return values[3 * index + 1];
  }

  int end(int index) {
    return values[3 * index + 2];
  }

  void clear() {
    size = 0;
  }
}
