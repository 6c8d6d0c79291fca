package io.tocsin.response.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryWaitsTest {
  private static final DeliveryPolicy POLICY =
      new DeliveryPolicy(20, 2_000, 30_000, 60_000, 5_000, 32);
  private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void doublesUpToTheLongestWaitAndJittersTheUpperHalf(long seed) {
    RetryBackoff backoff = new RetryBackoff(POLICY, new Random(seed));

    for (int attempts = 1; attempts < 20; attempts++) {
      long ceiling = (long) Math.min(30_000, 2_000 * Math.pow(2, attempts - 1));
      assertThat(backoff.waitMillis(attempts, 0))
          .as("seed %d, after attempt %d", seed, attempts)
          .isBetween(ceiling / 2, ceiling);
    }
  }

  @Test
  void waitsAsLongAsTheReceiverAsksWithinABound() {
    RetryBackoff backoff = new RetryBackoff(POLICY, new Random(1));

    assertThat(backoff.waitMillis(1, 45_000)).isEqualTo(45_000);
    assertThat(backoff.waitMillis(1, 86_400_000)).isEqualTo(60_000);
    assertThat(backoff.waitMillis(1, 1)).isBetween(1_000L, 2_000L);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7000",
    "' 7 ', 7000",
    "0, 0",
    "'Mon, 04 May 2026 12:00:30 GMT', 30000",
    "'Mon, 04 May 2026 11:59:00 GMT', 0",
    "soon, 0",
    "-3, 0",
    "99999999999999999999, 0",
    "'', 0"
  })
  void readsSecondsAndDates(String header, long millis) {
    assertThat(RetryAfter.millis(header, NOW)).isEqualTo(millis);
  }
}
