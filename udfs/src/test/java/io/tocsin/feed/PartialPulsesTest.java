package io.tocsin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartialPulsesTest {
  private final PartialPulses pulses = new PartialPulses(10_000);

  @Test
  void countsWhatComesInAnyOrderBySliceAndChannel() {
    pulses.add("x", 12_000);
    pulses.add("facebook", 3_000);
    pulses.add("x", 1_000);
    pulses.add("x", 19_999);

    assertThat(flushedBefore(Long.MAX_VALUE))
        .containsExactly(
            new FeedPulse("facebook", 0, 1),
            new FeedPulse("x", 0, 1),
            new FeedPulse("x", 10_000, 2));
    assertThat(pulses.size()).isZero();
  }

  @Test
  void keepsTheSlicesThatAreStillOpen() {
    pulses.add("x", 1_000);
    pulses.add("x", 12_000);

    assertThat(flushedBefore(10_000)).containsExactly(new FeedPulse("x", 0, 1));
    pulses.add("x", 13_000);

    assertThat(flushedBefore(20_000)).containsExactly(new FeedPulse("x", 10_000, 2));
  }

  private List<FeedPulse> flushedBefore(long endMillis) {
    List<FeedPulse> flushed = new ArrayList<>();
    pulses.flushBefore(endMillis, flushed::add);
    return flushed;
  }
}
