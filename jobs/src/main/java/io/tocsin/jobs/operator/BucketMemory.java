package io.tocsin.jobs.operator;

import io.tocsin.mention.RepeatFilter;
import java.util.Arrays;
import java.util.TreeSet;

/**
 * What one bucket of fingerprints has on the heap: the filter that answers, what is new since the
 * last checkpoint, and the names of the chunks that hold the rest in Flink's state.
 *
 * <p>A chunk is an array of fingerprints and event times in turn. Its name is the latest of its
 * times (a later one if that is taken), so that the name alone tells when the chunk has expired.
 */
final class BucketMemory {
  private static final long[] NOTHING = {};
  private static final int FIRST_ENTRIES = 8;

  private final RepeatFilter filter;
  private final TreeSet<Long> chunkNames = new TreeSet<>();
  private long[] fresh = NOTHING;
  private int freshLength;

  BucketMemory(long spanMillis, long horizonMillis) {
    filter = new RepeatFilter(spanMillis);
    filter.expireBefore(horizonMillis);
  }

  /** Whether the mention is new; if so it is remembered and waits for the next checkpoint. */
  boolean letsThrough(long fingerprint, long eventTimeMillis) {
    if (!filter.letsThrough(fingerprint, eventTimeMillis)) {
      return false;
    }
    if (freshLength == fresh.length) {
      fresh = Arrays.copyOf(fresh, Math.max(2 * FIRST_ENTRIES, 2 * fresh.length));
    }
    fresh[freshLength++] = fingerprint;
    fresh[freshLength++] = eventTimeMillis;
    return true;
  }

  /** Takes in a chunk from a checkpoint. */
  void restore(long chunkName, long[] chunk) {
    chunkNames.add(chunkName);
    for (int i = 0; i < chunk.length; i += 2) {
      filter.remember(chunk[i], chunk[i + 1]);
    }
  }

  boolean hasFresh() {
    return freshLength > 0;
  }

  /** Names the chunk that {@link #takeFresh} gives next. */
  long nameFresh() {
    long name = Long.MIN_VALUE;
    for (int i = 1; i < freshLength; i += 2) {
      name = Math.max(name, fresh[i]);
    }
    while (!chunkNames.add(name)) {
      name++;
    }
    return name;
  }

  /** What is new since the last checkpoint, as a chunk of its own; it is not new any more. */
  long[] takeFresh() {
    long[] chunk = Arrays.copyOf(fresh, freshLength);
    fresh = NOTHING;
    freshLength = 0;
    return chunk;
  }

  /** Forgets fingerprints from before the horizon; those that wait for a checkpoint too. */
  void expireBefore(long horizonMillis) {
    filter.expireBefore(horizonMillis);
    int kept = 0;
    for (int i = 0; i < freshLength; i += 2) {
      if (fresh[i + 1] >= horizonMillis) {
        fresh[kept++] = fresh[i];
        fresh[kept++] = fresh[i + 1];
      }
    }
    freshLength = kept;
  }

  /** Whether {@link #takeExpiredChunk} has one to give. */
  boolean hasExpiredChunk(long horizonMillis) {
    return !chunkNames.isEmpty() && chunkNames.first() < horizonMillis;
  }

  /** The name of the oldest chunk, which is to be removed from the state. */
  long takeExpiredChunk() {
    return chunkNames.pollFirst();
  }

  boolean isEmpty() {
    return freshLength == 0 && chunkNames.isEmpty();
  }
}
