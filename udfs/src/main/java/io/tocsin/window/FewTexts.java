package io.tocsin.window;

import java.util.Arrays;
import java.util.List;

/**
 * Which texts were seen, by their hashes, as long as they are few: enough to know again the floods
 * of a watch, while a storm of many texts names none. The order of updates and merges does not
 * matter.
 */
final class FewTexts {
  /** With more different texts than this, none is named. */
  static final int MOST = 64;

  private long[] hashes = new long[2];
  private int count;
  private boolean tooMany;

  void add(long hash) {
    if (tooMany || contains(hash)) {
      return;
    }
    if (count == MOST) {
      tooMany = true;
      return;
    }
    if (count == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * count);
    }
    hashes[count++] = hash;
  }

  /** Adds what another saw, as its {@link #named}; none named are too many. */
  void merge(List<Long> named) {
    tooMany |= named.isEmpty();
    named.forEach(this::add);
  }

  /** The hashes, sorted; none if there were too many. */
  List<Long> named() {
    return tooMany ? List.of() : Arrays.stream(hashes, 0, count).sorted().boxed().toList();
  }

  private boolean contains(long hash) {
    for (int i = 0; i < count; i++) {
      if (hashes[i] == hash) {
        return true;
      }
    }
    return false;
  }
}
