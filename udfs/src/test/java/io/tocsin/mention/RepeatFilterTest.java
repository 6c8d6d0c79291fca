package io.tocsin.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RepeatFilterTest {
  private static final long SPAN = 600_000;
  private static final long NOON = 1_772_020_800_000L;

  private final RepeatFilter filter = new RepeatFilter(SPAN);

  @Test
  void letsAMentionThroughOnce() {
    assertThat(filter.letsThrough(1, NOON)).isTrue();
    assertThat(filter.letsThrough(1, NOON)).isFalse();
    assertThat(filter.letsThrough(2, NOON)).isTrue();
    assertThat(filter.letsThrough(2, NOON)).isFalse();
  }

  @Test
  void countsTheSpanToBothSides() {
    filter.letsThrough(1, NOON);

    assertThat(filter.letsThrough(1, NOON + SPAN)).isFalse();
    assertThat(filter.letsThrough(1, NOON - SPAN)).isFalse();
    assertThat(filter.letsThrough(1, NOON + SPAN + 1)).isTrue();
    assertThat(filter.letsThrough(1, NOON - SPAN - 1)).isTrue();
  }

  @Test
  void isNotProlongedByRepeats() {
    filter.letsThrough(1, NOON);
    filter.letsThrough(1, NOON + SPAN);

    assertThat(filter.letsThrough(1, NOON + SPAN + 1)).isTrue();
  }

  @Test
  void knowsTheFingerprintZero() {
    assertThat(filter.letsThrough(0, NOON)).isTrue();
    assertThat(filter.letsThrough(0, NOON)).isFalse();
  }

  @Test
  void forgetsWhatExpired() {
    filter.letsThrough(1, NOON);
    filter.letsThrough(2, NOON + 1);

    filter.expireBefore(NOON + 1);

    assertThat(filter.remembered()).isEqualTo(1);
    assertThat(filter.letsThrough(2, NOON + 1)).isFalse();
    assertThat(filter.letsThrough(1, NOON + 1)).isTrue();
  }

  @Test
  void letsThroughButDoesNotRememberWhatIsOlderThanTheHorizon() {
    filter.expireBefore(NOON);

    assertThat(filter.letsThrough(1, NOON - 1)).isTrue();
    assertThat(filter.letsThrough(1, NOON - 1)).isTrue();
    assertThat(filter.remembered()).isZero();
  }

  @Test
  void givesItsMemoryBack() {
    for (int i = 0; i < 100_000; i++) {
      filter.letsThrough(MentionFingerprint.of("id" + i).bits(), NOON + i);
    }
    assertThat(filter.slots()).isBetween(133_000, 181_000);

    filter.expireBefore(NOON + 100_000);

    assertThat(filter.slots()).isEqualTo(16);
  }

  @Test
  void shrinksWhenAFloodHasPassedThoughTheStreamGoesOn() {
    for (int i = 0; i < 100_000; i++) {
      filter.letsThrough(MentionFingerprint.of("flood" + i).bits(), NOON);
    }
    for (int minute = 0; minute <= 30; minute++) {
      long now = NOON + minute * 60_000L;
      filter.letsThrough(MentionFingerprint.of("calm" + minute).bits(), now);
      filter.expireBefore(now - SPAN);
    }

    assertThat(filter.slots()).isLessThanOrEqualTo(200);
    assertThat(filter.remembered()).isEqualTo(11);
  }

  @Test
  void staysSmallOnASteadyStream() {
    int mostSlots = 0;
    for (int i = 0; i < 500_000; i++) {
      long now = NOON + i * 60L;
      filter.letsThrough(MentionFingerprint.of("id" + i).bits(), now);
      filter.expireBefore(now - SPAN);
      mostSlots = Math.max(mostSlots, filter.slots());
    }

    assertThat(filter.remembered()).isEqualTo(10_001);
    assertThat(mostSlots).isLessThanOrEqualTo(20_000);
  }

  @Test
  void remembersWhatWasLetThroughElsewhereEvenWithinTheSpan() {
    filter.remember(1, NOON);
    filter.remember(1, NOON + SPAN);
    filter.remember(1, NOON + SPAN);

    assertThat(filter.remembered()).isEqualTo(2);
    assertThat(filter.letsThrough(1, NOON - SPAN)).isFalse();
    assertThat(filter.letsThrough(1, NOON + 2 * SPAN)).isFalse();
  }

  @Test
  void refusesANegativeSpan() {
    assertThatThrownBy(() -> new RepeatFilter(-1)).hasMessage("span is negative: -1");
  }

  @Test
  void agreesWithAListOfEverythingLetThrough() {
    long seed = 20_260_307L;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      agreesOnOneStream(random, "seed " + seed + ", round " + round);
    }
  }

  private static void agreesOnOneStream(Random random, String where) {
    long span = random.nextInt(50);
    int ids = 1 + random.nextInt(60);
    RepeatFilter filter = new RepeatFilter(span);
    List<long[]> letThrough = new ArrayList<>();
    long horizon = Long.MIN_VALUE;
    for (int i = 0; i < 1_000; i++) {
      long time = NOON + i / 4 + random.nextInt(60) - 30;
      long id = ((long) random.nextInt(ids) << 60) + random.nextInt(3);
      long oldest = horizon;
      boolean expected =
          letThrough.stream()
              .noneMatch(
                  seen -> seen[1] >= oldest && seen[0] == id && Math.abs(seen[1] - time) <= span);

      assertThat(filter.letsThrough(id, time)).as("%s, record %d", where, i).isEqualTo(expected);

      if (expected) {
        letThrough.add(new long[] {id, time});
      }
      if (random.nextInt(10) == 0) {
        horizon = Math.max(horizon, NOON + i / 4 - random.nextInt(60));
        filter.expireBefore(horizon);
      }
    }
  }
}
