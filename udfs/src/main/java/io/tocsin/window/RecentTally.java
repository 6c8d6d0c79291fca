package io.tocsin.window;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The largest counts of the latest slides: of each slide the few keys that came most often. A key
 * with more than a quarter of a slide is never missed; one that comes seldom in each is counted too
 * low. It reaches back over hours where little is said, and over minutes where much is.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class RecentTally {
  /** Entries kept. */
  static final int MOST_ENTRIES = 120;

  /** Starts of the slides, ascending, one for each entry. */
  public long[] heardMillis = {};

  /** Entries as in {@link Crowd}. */
  public long[] entries = {};

  /** For Flink, and for a watch that heard nothing. */
  public RecentTally() {}

  /**
   * Adds the largest counts of a slide and forgets what was heard before a time.
   *
   * @param kept how many keys of the slide
   */
  void hear(long slideMillis, long[] counts, int kept, long oldestMillis) {
    long[] largest = largest(counts, kept);
    int begin = firstSince(oldestMillis);
    int tooMany = entries.length - begin + largest.length - MOST_ENTRIES;
    if (tooMany > 0) {
      begin = firstSince(heardMillis[begin + tooMany - 1] + 1);
    }
    if (begin == 0 && largest.length == 0) {
      return;
    }
    int left = entries.length - begin;
    heardMillis = Arrays.copyOfRange(heardMillis, begin, begin + left + largest.length);
    entries = Arrays.copyOfRange(entries, begin, begin + left + largest.length);
    Arrays.fill(heardMillis, left, heardMillis.length, slideMillis);
    System.arraycopy(largest, 0, entries, left, largest.length);
  }

  /** Start of the oldest slide that it knows; {@link Long#MIN_VALUE} where it knows none. */
  long oldestMillis() {
    return heardMillis.length == 0 ? Long.MIN_VALUE : heardMillis[0];
  }

  /** Counts by key of the slides that begin from this time on. */
  Map<Integer, Long> since(long fromMillis) {
    Map<Integer, Long> counts = new TreeMap<>();
    for (int i = firstSince(fromMillis); i < entries.length; i++) {
      counts.merge(Tally.keyOf(entries[i]), Tally.countOf(entries[i]), Long::sum);
    }
    return counts;
  }

  private int firstSince(long fromMillis) {
    int first = 0;
    while (first < heardMillis.length && heardMillis[first] < fromMillis) {
      first++;
    }
    return first;
  }

  private static long[] largest(long[] counts, int kept) {
    if (counts.length <= kept) {
      return counts;
    }
    return LongStream.of(counts)
        .boxed()
        .sorted(
            Comparator.comparingLong((Long entry) -> -Tally.countOf(entry))
                .thenComparing(Comparator.naturalOrder()))
        .limit(kept)
        .mapToLong(Long::longValue)
        .toArray();
  }
}
