package io.tocsin.scoring.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HashIndexTest {
  private static final int ROUNDS = 50;
  private static final int MOST_HASHES = 2_000;

  @Test
  void findsWhatAMapFinds() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      HashIndex index = new HashIndex();
      Map<Long, Integer> expected = new HashMap<>();
      int hashes = random.nextInt(MOST_HASHES);
      for (int value = 0; value < hashes; value++) {
        long hash = random.nextInt(4) == 0 ? value : random.nextLong();
        if (expected.putIfAbsent(hash, value) == null) {
          index.add(hash, value);
        }
      }

      expected.forEach((hash, value) -> assertThat(index.find(hash)).isEqualTo(value));
      for (int i = 0; i < hashes; i++) {
        long stranger = random.nextLong();
        assertThat(index.find(stranger))
            .as("seed %d", seed)
            .isEqualTo(expected.getOrDefault(stranger, HashIndex.ABSENT));
      }
    }
  }

  @Test
  void zeroIsAHashLikeAnyOther() {
    HashIndex index = new HashIndex();
    assertThat(index.find(0)).isEqualTo(HashIndex.ABSENT);
    index.add(0, 7);
    assertThat(index.find(0)).isEqualTo(7);
  }
}
