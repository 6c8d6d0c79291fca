package io.tocsin.jobs.operator;

import io.tocsin.mention.MentionFingerprint;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fingerprints that no checkpoint holds yet, in the order they came. One list for all buckets:
 * a mention writes where the one before it wrote, which is far cheaper than a list a bucket.
 */
final class FreshFingerprints {
  private static final int FIELDS = 3;
  private static final int BITS = 0;
  private static final int TIME = 1;
  private static final int BUCKET = 2;
  private static final int FEWEST = 1_024;

  private long[] entries = new long[FEWEST * FIELDS];
  private int length;

  void add(MentionFingerprint fingerprint, long eventTimeMillis) {
    if (length == entries.length) {
      entries = Arrays.copyOf(entries, 2 * length);
    }
    entries[length + BITS] = fingerprint.bits();
    entries[length + TIME] = eventTimeMillis;
    entries[length + BUCKET] = fingerprint.bucket();
    length += FIELDS;
  }

  /** Drops what is older, so that the list ends even if no checkpoint is ever taken. */
  void expireBefore(long horizonMillis) {
    int kept = 0;
    for (int i = 0; i < length; i += FIELDS) {
      if (entries[i + TIME] >= horizonMillis) {
        System.arraycopy(entries, i, entries, kept, FIELDS);
        kept += FIELDS;
      }
    }
    length = kept;
  }

  /** Empties the list into one chunk a bucket: fingerprints and event times in turn. */
  SortedMap<Integer, long[]> takeChunks() {
    int[] unfilled = sizes();
    long[][] chunks = new long[unfilled.length][];
    SortedMap<Integer, long[]> filled = new TreeMap<>();
    for (int bucket = 0; bucket < chunks.length; bucket++) {
      if (unfilled[bucket] > 0) {
        chunks[bucket] = new long[unfilled[bucket]];
        filled.put(bucket, chunks[bucket]);
      }
    }
    for (int i = length - FIELDS; i >= 0; i -= FIELDS) {
      int bucket = (int) entries[i + BUCKET];
      unfilled[bucket] -= 2;
      chunks[bucket][unfilled[bucket]] = entries[i + BITS];
      chunks[bucket][unfilled[bucket] + 1] = entries[i + TIME];
    }
    length = 0;
    return filled;
  }

  /** Numbers that the chunk of each bucket will have. */
  private int[] sizes() {
    int[] sizes = new int[MentionFingerprint.BUCKETS];
    for (int i = 0; i < length; i += FIELDS) {
      sizes[(int) entries[i + BUCKET]] += 2;
    }
    return sizes;
  }
}
