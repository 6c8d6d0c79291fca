package io.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SlidingSumsTest {
  private static final long SLIDE = 10_000;
  private static final int CAPACITY = 30;

  @RepeatedTest(20)
  void everyWindowIsTheNaiveSumOfItsSlides(RepetitionInfo info) {
    long seed = info.getCurrentRepetition();
    Random random = new Random(seed);
    SlidingSums sums = new SlidingSums(CAPACITY, SLIDE);
    long[] counts = new long[200];
    for (int i = 0; i < counts.length; i++) {
      if (random.nextInt(5) == 0) {
        continue;
      }
      counts[i] = random.nextInt(7);
      sums.add(slide(i * SLIDE, counts[i]));
      int window = 1 + random.nextInt(CAPACITY);
      long naive = 0;
      for (int j = Math.max(0, i - window + 1); j <= i; j++) {
        naive += counts[j];
      }
      assertThat(sums.window(window * SLIDE).mentions())
          .as("seed %d slide %d window %d", seed, i, window)
          .isEqualTo(naive);
    }
  }

  @Test
  void forgetsHeatThatLeftTheRing() {
    SlidingSums sums = new SlidingSums(CAPACITY, SLIDE);
    sums.add(slide(0, 50));
    sums.add(Slide.empty(CAPACITY * SLIDE));

    assertThat(sums.isEmpty()).isTrue();
  }

  @Test
  void refusesASlideThatIsNotLater() {
    SlidingSums sums = new SlidingSums(CAPACITY, SLIDE);
    sums.add(slide(SLIDE, 1));

    assertThatThrownBy(() -> sums.add(slide(SLIDE, 1)))
        .hasMessage("slide 10000 is not later than 10000");
  }

  private static Slide slide(long start, long mentions) {
    return new Slide(
        start,
        mentions,
        mentions,
        mentions,
        0,
        0,
        0,
        mentions,
        mentions,
        List.of(),
        List.of(),
        Crowd.NOBODY);
  }
}
