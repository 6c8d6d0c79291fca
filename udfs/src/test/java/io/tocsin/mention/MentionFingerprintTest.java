package io.tocsin.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.apache.datasketches.hash.MurmurHash3;
import org.junit.jupiter.api.Test;

class MentionFingerprintTest {
  @Test
  void isMurmurHash3OfTheIdsUnits() {
    long seed = 20_260_306L;
    Random random = new Random(seed);
    for (int length = 1; length < 200; length++) {
      String id = randomId(random, length);
      long[] hash = MurmurHash3.hash(id.toCharArray(), 0);

      assertThat(MentionFingerprint.of(id))
          .as("seed %d: %s", seed, id)
          .isEqualTo(new MentionFingerprint(hash[0], (int) (hash[1] >>> 52)));
    }
  }

  @Test
  void neverChanges() {
    assertThat(MentionFingerprint.of("1763452943748515600"))
        .isEqualTo(new MentionFingerprint(-3_242_948_906_778_190_664L, 47));
    assertThat(MentionFingerprint.of("")).isEqualTo(new MentionFingerprint(0, 0));
  }

  @Test
  void tellsConsecutiveIdsApartAndFillsTheBucketsEvenly() {
    int[] counts = new int[MentionFingerprint.BUCKETS];
    Set<Long> bits = new HashSet<>();
    int mentions = 100 * MentionFingerprint.BUCKETS;
    for (int i = 0; i < mentions; i++) {
      MentionFingerprint fingerprint =
          MentionFingerprint.of(Long.toString(1_763_452_943_000_000_000L + i));
      bits.add(fingerprint.bits());
      counts[fingerprint.bucket()]++;
    }

    assertThat(bits).hasSize(mentions);
    for (int count : counts) {
      assertThat(count).isBetween(50, 150);
    }
  }

  private static String randomId(Random random, int length) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < length; i++) {
      id.append((char) random.nextInt(Character.MAX_VALUE + 1));
    }
    return id.toString();
  }
}
