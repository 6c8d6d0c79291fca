package io.tocsin.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A uniform sample of different texts: those with the smallest keys (bottom-k sampling, Cohen and
 * Kaplan 2007). Copies of a text share its key and are drawn once. Which texts are kept depends on
 * the set of texts alone, so the order of updates and merges does not matter; and a text that is
 * not among the smallest costs one comparison.
 */
final class TextSample {
  /** Texts kept. */
  static final int KEPT = 48;

  private static final Comparator<SampledText> SMALLEST_FIRST =
      (a, b) -> Long.compareUnsigned(a.key(), b.key());
  private static final Comparator<SampledText> OF_ONE_KEY =
      Comparator.comparing(SampledText::utf8, Arrays::compare)
          .thenComparingLong(SampledText::author);

  private final List<SampledText> texts = new ArrayList<>(2);

  /** Whether a text of this key would be kept. */
  boolean wants(long key) {
    return texts.size() < KEPT || Long.compareUnsigned(key, texts.get(texts.size() - 1).key()) <= 0;
  }

  /** Takes a text. Of copies the first in the order of bytes stands for all. */
  void add(SampledText text) {
    if (!wants(text.key())) {
      return;
    }
    int at = indexOf(text);
    if (at >= 0) {
      if (OF_ONE_KEY.compare(text, texts.get(at)) < 0) {
        texts.set(at, text);
      }
      return;
    }
    texts.add(-at - 1, text);
    if (texts.size() > KEPT) {
      texts.remove(KEPT);
    }
  }

  /** The texts kept, by key. */
  List<SampledText> texts() {
    return List.copyOf(texts);
  }

  private int indexOf(SampledText text) {
    return Collections.binarySearch(texts, text, SMALLEST_FIRST);
  }
}
