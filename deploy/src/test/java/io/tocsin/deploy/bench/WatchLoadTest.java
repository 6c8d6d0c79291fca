package io.tocsin.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WatchLoadTest {
  private static final int WATCHES = 20_000;

  @ParameterizedTest
  @EnumSource(WatchLoadKind.class)
  void comesInOrderOfTimeAndNamesNoOtherWatch(WatchLoadKind kind) {
    WatchLoad load = kind.of(WATCHES);
    for (long mention = 0; mention < load.mentions(); mention++) {
      assertThat(load.watch(mention)).isBetween(0, load.watches() - 1);
      assertThat(load.atMillis(mention)).isLessThanOrEqualTo(load.atMillis(mention + 1));
    }
    assertThat(load.mentionsBefore()).isLessThan(load.mentions());
    assertThat(load.fromMillis() % 10_000).isZero();
  }

  @ParameterizedTest
  @EnumSource(WatchLoadKind.class)
  void makesEveryWatchKnownBeforeItIsMeasured(WatchLoadKind kind) {
    WatchLoad load = kind.of(WATCHES);
    Set<Integer> known = new HashSet<>();
    LongStream.range(0, load.mentionsBefore()).forEach(mention -> known.add(load.watch(mention)));

    assertThat(known).hasSize(kind == WatchLoadKind.FIRST ? 0 : load.watches());
  }

  @Test
  void speaksOfAWatchAsOftenAsItsRankAllows() {
    WatchLoad load = new ZipfLoad("zipf", WATCHES, 10);
    long[] mentions = new long[WATCHES];
    LongStream.range(load.mentionsBefore(), load.mentions())
        .forEach(mention -> mentions[load.watch(mention)]++);

    double all = load.mentions() - load.mentionsBefore();
    for (int rank : new int[] {1, 2, 5, 10, 50}) {
      double expected = all * Math.log((rank + 1.0) / rank) / Math.log1p(WATCHES);
      assertThat((double) mentions[rank - 1])
          .as("rank %d", rank)
          .isCloseTo(expected, within(5 * Math.sqrt(expected)));
    }
    assertThat(mentions).as("the last are hardly named").contains(0);
  }
}
