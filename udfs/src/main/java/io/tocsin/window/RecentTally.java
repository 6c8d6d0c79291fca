package io.tocsin.window;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The largest counts of the latest slides: of each slide the few keys that came most often. A key
 * with more than a quarter of a slide is never missed; one that comes seldom in each is counted too
 * low.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class RecentTally {
  private static final int KEPT_OF_A_SLIDE = 3;

  /** Starts of the slides, ascending, one for each entry. */
  public long[] heardMillis = {};

  /** Entries as in {@link Crowd}. */
  public long[] entries = {};

  /** For Flink, and for a watch that heard nothing. */
  public RecentTally() {}

  /** Adds the largest counts of a slide and forgets what was heard before a time. */
  void hear(long slideMillis, long[] counts, long oldestMillis) {
    long[] largest = largest(counts);
    int begin = firstSince(oldestMillis);
    int kept = entries.length - begin;
    if (begin == 0 && largest.length == 0) {
      return;
    }
    long[] nextHeard = Arrays.copyOfRange(heardMillis, begin, begin + kept + largest.length);
    long[] nextEntries = Arrays.copyOfRange(entries, begin, begin + kept + largest.length);
    Arrays.fill(nextHeard, kept, nextHeard.length, slideMillis);
    System.arraycopy(largest, 0, nextEntries, kept, largest.length);
    heardMillis = nextHeard;
    entries = nextEntries;
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

  private static long[] largest(long[] counts) {
    if (counts.length <= KEPT_OF_A_SLIDE) {
      return counts;
    }
    return LongStream.of(counts)
        .boxed()
        .sorted(
            Comparator.comparingLong((Long entry) -> -Tally.countOf(entry))
                .thenComparing(Comparator.naturalOrder()))
        .limit(KEPT_OF_A_SLIDE)
        .mapToLong(Long::longValue)
        .toArray();
  }
}
