package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.window.Crowd;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A watch that is hardly known yet: what its first day can and cannot tell. */
class FirstDayTest {
  private static final long SLIDE = 10_000;
  private static final int HOUR_SLIDES = 360;
  private static final int DAY_HOURS = 24;
  private static final Watch WATCH = Watch.ofBrand("acme");

  /** A mention in two hours, then fifteen an hour: news that spreads slowly. */
  @RepeatedTest(8)
  void seesThirtyTimesTheUsualWhereHardlyAnythingIsSaid(RepetitionInfo info) {
    long onset = 18;
    List<Spike> spikes =
        live(info.getCurrentRepetition(), onset + 3, hour -> hour < onset ? 0.5 : 15);

    assertThat(spikes).as("seed %d", info.getCurrentRepetition()).isNotEmpty();
    assertThat(spikes.get(0).phase()).isEqualTo(SpikePhase.RAISED);
    assertThat(spikes.get(0).at()).isAfter(Instant.EPOCH.plus(Duration.ofHours(onset)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 3, 10, 100})
  void takesItsFirstMorningForNoSpike(double mentionsAnHour) {
    for (int firstHour = 0; firstHour < DAY_HOURS; firstHour += 3) {
      int begins = firstHour;
      List<Spike> spikes =
          live(
              firstHour,
              DAY_HOURS,
              hour ->
                  mentionsAnHour * (1 - 0.9 * Math.cos(2 * Math.PI * (hour + begins) / DAY_HOURS)));

      assertThat(spikes).as("from %d o'clock, seed %d", begins, begins).isEmpty();
    }
  }

  private static List<Spike> live(long seed, long hours, DoubleUnaryOperator mentionsAnHour) {
    DetectorPolicy policy = DetectorPolicy.standard(SLIDE);
    SpikeDetector detector = new SpikeDetector(policy);
    WatchState state = new WatchState(policy);
    Random random = new Random(seed);
    List<Spike> spikes = new ArrayList<>();
    for (long slide = 0; slide < hours * HOUR_SLIDES; slide++) {
      double rate = mentionsAnHour.applyAsDouble((double) slide / HOUR_SLIDES) / HOUR_SLIDES;
      int mentions = poisson(random, rate);
      spikes.addAll(detector.onSlide(WATCH, state, slide(slide * SLIDE, mentions)));
    }
    return spikes;
  }

  private static Slide slide(long start, int mentions) {
    return new Slide(
        start,
        mentions,
        mentions,
        mentions,
        0,
        mentions * 100_000L,
        0,
        mentions,
        mentions,
        List.of(),
        List.of(),
        Crowd.NOBODY);
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
