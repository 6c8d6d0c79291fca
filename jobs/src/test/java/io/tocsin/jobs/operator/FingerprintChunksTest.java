package io.tocsin.jobs.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.mention.MentionFingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintChunksTest {
  private static final long NOON = 1_772_020_800_000L;

  private final FreshFingerprints fresh = new FreshFingerprints();
  private final ChunkNames names = new ChunkNames();

  @Test
  void partsFingerprintsByBucketInTheOrderTheyCame() {
    long seed = 20_260_309L;
    Random random = new Random(seed);
    Map<Integer, List<Long>> expected = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      int bucket = random.nextInt(MentionFingerprint.BUCKETS);
      long bits = random.nextLong();
      fresh.add(new MentionFingerprint(bits, bucket), NOON + i);
      List<Long> chunk = expected.computeIfAbsent(bucket, unused -> new ArrayList<>());
      chunk.add(bits);
      chunk.add(NOON + i);
    }

    Map<Integer, long[]> chunks = fresh.takeChunks();

    assertThat(chunks.keySet()).as("seed %d", seed).isEqualTo(expected.keySet());
    chunks.forEach(
        (bucket, chunk) ->
            assertThat(chunk)
                .as("seed %d, bucket %d", seed, bucket)
                .containsExactly(expected.getOrDefault(bucket, List.of()).toArray(new Long[0])));
    assertThat(fresh.takeChunks()).isEmpty();
  }

  @Test
  void dropsWhatExpiredBeforeItWasWritten() {
    fresh.add(new MentionFingerprint(1, 5), NOON);
    fresh.add(new MentionFingerprint(2, 5), NOON + 1);

    fresh.expireBefore(NOON + 1);

    assertThat(fresh.takeChunks().get(5)).containsExactly(2, NOON + 1);
  }

  @Test
  void namesAChunkByItsLatestTime() {
    assertThat(names.name(5, new long[] {1, NOON + 7, 2, NOON})).isEqualTo(NOON + 7);
    assertThat(names.hasExpired(5, NOON + 7)).isFalse();
    assertThat(names.hasExpired(5, NOON + 8)).isTrue();
    assertThat(names.hasExpired(6, NOON + 8)).isFalse();
  }

  @Test
  void neverGivesANameTwice() {
    long[] chunk = {1, NOON};
    names.restore(5, NOON + 1);

    assertThat(names.name(5, chunk)).isEqualTo(NOON);
    assertThat(names.name(5, chunk)).isEqualTo(NOON + 2);
    assertThat(names.name(6, chunk)).isEqualTo(NOON);
    assertThat(names.takeOldest(5)).isEqualTo(NOON);
    assertThat(names.takeOldest(5)).isEqualTo(NOON + 1);
  }
}
