package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.window.Crowd;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OnsetTest {
  private static final long SLIDE = 10_000;
  private static final int HOUR_SLIDES = 360;
  private static final Watch WATCH = Watch.ofBrand("acme");
  private static final long ROW = Baseline.ROW_MILLIS;

  private final DetectorPolicy policy = DetectorPolicy.standard(SLIDE);
  private final SpikeDetector detector = new SpikeDetector(policy);
  private WatchState state = new WatchState(policy);
  private long now;

  @Test
  void datesSlowBurnsWithinARow() {
    int seeds = 15;
    long[] errors = new long[seeds];
    for (int seed = 0; seed < seeds; seed++) {
      Random random = new Random(seed);
      state = new WatchState(policy);
      now = 0;
      run(random, 60 * HOUR_SLIDES + random.nextInt(30), 3, 0.15);
      long onset = now;

      Spike spike = firstNegativity(run(random, 2 * HOUR_SLIDES, 3.3, 0.36));
      errors[seed] = Math.abs(spike.since().toEpochMilli() - onset);
    }
    Arrays.sort(errors);

    assertThat(errors[seeds / 2]).as("median").isLessThanOrEqualTo(ROW);
    assertThat(errors[seeds * 4 / 5]).as("four in five").isLessThanOrEqualTo(3 * ROW);
  }

  @Test
  void datesASuddenOutageToTheSlide() {
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      state = new WatchState(policy);
      now = 0;
      run(random, 4 * HOUR_SLIDES, 3, 0.15);
      long onset = now;

      Spike spike = firstNegativity(run(random, 12, 60, 0.8));

      assertThat(spike.since().toEpochMilli())
          .as("seed %d", seed)
          .isBetween(onset - SLIDE, onset + SLIDE);
    }
  }

  @Test
  void takesTwoBurstsForTwo() {
    Random random = new Random(7);
    run(random, 4 * HOUR_SLIDES, 3, 0.15);
    run(random, 30, 60, 0.8);
    run(random, HOUR_SLIDES, 3, 0.15);
    long second = now;

    Spike spike = firstNegativity(run(random, 12, 60, 0.8));

    assertThat(spike.since().toEpochMilli()).isBetween(second - SLIDE, second + SLIDE);
  }

  private static Spike firstNegativity(List<Spike> spikes) {
    return spikes.stream()
        .filter(spike -> spike.signal() == Signal.NEGATIVITY)
        .filter(spike -> spike.phase() == SpikePhase.RAISED)
        .findFirst()
        .orElseThrow();
  }

  private List<Spike> run(Random random, int slides, double rate, double negativeShare) {
    List<Spike> spikes = new ArrayList<>();
    for (int i = 0; i < slides; i++) {
      int mentions = poisson(random, rate);
      int negative = 0;
      for (int m = 0; m < mentions; m++) {
        negative += random.nextDouble() < negativeShare ? 1 : 0;
      }
      Slide slide =
          new Slide(
              now,
              mentions,
              mentions,
              mentions,
              negative,
              negative * 800_000L + (mentions - negative) * 100_000L,
              0,
              mentions,
              mentions,
              List.of(),
              List.of(),
              Crowd.NOBODY);
      now += SLIDE;
      spikes.addAll(detector.onSlide(WATCH, state, slide));
    }
    return spikes;
  }

  private static int poisson(Random random, double mean) {
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
