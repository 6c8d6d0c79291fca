package io.tocsin.jobs.operator;

import io.tocsin.mention.MentionFingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The names of the chunks that each bucket has in Flink's state. A chunk is named by the latest
 * event time in it, or by a later one if that is taken, so that the name alone tells when it has
 * expired.
 */
final class ChunkNames {
  private final List<TreeSet<Long>> namesByBucket =
      new ArrayList<>(
          IntStream.range(0, MentionFingerprint.BUCKETS)
              .mapToObj(bucket -> new TreeSet<Long>())
              .toList());

  /** Takes in the name of a chunk from a checkpoint. */
  void restore(int bucket, long name) {
    namesByBucket.get(bucket).add(name);
  }

  /** Names a new chunk. */
  long name(int bucket, long[] chunk) {
    long name = Long.MIN_VALUE;
    for (int i = 1; i < chunk.length; i += 2) {
      name = Math.max(name, chunk[i]);
    }
    while (!namesByBucket.get(bucket).add(name)) {
      name++;
    }
    return name;
  }

  /** Whether the bucket's oldest chunk holds nothing from the horizon on. */
  boolean hasExpired(int bucket, long horizonMillis) {
    TreeSet<Long> names = namesByBucket.get(bucket);
    return !names.isEmpty() && names.first() < horizonMillis;
  }

  /** Forgets and returns the name of the bucket's oldest chunk. */
  long takeOldest(int bucket) {
    return namesByBucket.get(bucket).pollFirst();
  }
}
