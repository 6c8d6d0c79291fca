package io.tocsin.mention;

/**
 * What is remembered of a mention's id: 64 bits to know it again, and the bucket it is kept in,
 * from other bits of the same hash. Two ids in different buckets need not be told apart by the 64
 * bits.
 *
 * <p>The hash is MurmurHash3_x64_128 with seed 0 over the id's UTF-16 units, low byte first (Austin
 * Appleby, placed in the public domain). It is written into checkpoints: it must never change.
 *
 * @param bits 64 well-mixed bits
 * @param bucket from 0 to {@link #BUCKETS} - 1
 */
public record MentionFingerprint(long bits, int bucket) {
  /**
   * How many buckets there are. It bounds the parallelism at which repeats can be dropped, and is
   * large enough to spread evenly over a few dozen subtasks. Written into checkpoints: it must
   * never change.
   */
  public static final int BUCKETS = 4096;

  private static final int BUCKET_SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(BUCKETS);
  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;
  private static final int UNITS_PER_LONG = 4;

  /** The fingerprint of a mention's id. */
  public static MentionFingerprint of(String id) {
    int length = id.length();
    long h1 = 0;
    long h2 = 0;
    int i = 0;
    for (; i + 2 * UNITS_PER_LONG <= length; i += 2 * UNITS_PER_LONG) {
      h1 = (Long.rotateLeft(h1 ^ mixFirst(units(id, i, 4)), 27) + h2) * 5 + 0x52dce729;
      h2 = (Long.rotateLeft(h2 ^ mixSecond(units(id, i + 4, 4)), 31) + h1) * 5 + 0x38495ab5;
    }
    h1 ^= mixFirst(units(id, i, Math.min(4, length - i)));
    h2 ^= mixSecond(units(id, i + 4, length - i - 4));
    return finish(h1, h2, 2L * length);
  }

  private static MentionFingerprint finish(long h1, long h2, long lengthBytes) {
    long first = (h1 ^ lengthBytes) + (h2 ^ lengthBytes);
    long second = (h2 ^ lengthBytes) + first;
    first = Mix.finish(first);
    second = Mix.finish(second);
    first += second;
    second += first;
    return new MentionFingerprint(first, (int) (second >>> BUCKET_SHIFT));
  }

  private static long mixFirst(long k) {
    return Long.rotateLeft(k * C1, 31) * C2;
  }

  private static long mixSecond(long k) {
    return Long.rotateLeft(k * C2, 33) * C1;
  }

  /** Up to four units from {@code begin}; 0 for none. */
  private static long units(String id, int begin, int count) {
    long units = 0;
    for (int i = 0; i < count; i++) {
      units |= (long) id.charAt(begin + i) << (i * Character.SIZE);
    }
    return units;
  }
}
