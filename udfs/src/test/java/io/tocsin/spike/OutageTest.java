package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.window.Crowd;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sudden outage at brands from a corner shop to a telecom, after two days of days and nights. */
class OutageTest {
  private static final long SLIDE = 10_000;
  private static final int DAY_SLIDES = 8_640;
  private static final int SEEDS = 4;
  private static final Watch WATCH = Watch.ofBrand("acme");

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.05, 0.1, 0.3, 1, 5, 20, 50})
  void isSeenWithinAMinuteOfItsFirstMention(double mentionsASecond) {
    assertThat(IntStream.range(0, SEEDS).mapToObj(seed -> secondsToSpike(mentionsASecond, seed)))
        .as("seconds by seed, at %s a second", mentionsASecond)
        .allSatisfy(seconds -> assertThat(seconds).isLessThanOrEqualTo(60));
  }

  /** At a hundredth of a mention a second, a minute of outage is about a dozen people. */
  @Test
  void isSeenSoonAfterTheTenthMentionWhereLittleIsSaid() {
    assertThat(IntStream.range(0, SEEDS).mapToObj(seed -> secondsToSpike(0.01, seed)))
        .allSatisfy(seconds -> assertThat(seconds).isLessThanOrEqualTo(90));
  }

  private static long secondsToSpike(double mentionsASecond, long seed) {
    DetectorPolicy policy = DetectorPolicy.standard(SLIDE);
    SpikeDetector detector = new SpikeDetector(policy);
    WatchState state = new WatchState(policy);
    Random random = new Random(seed);
    double rate = mentionsASecond * SLIDE / 1000;
    long slide = 0;
    for (; slide < 2 * DAY_SLIDES; slide++) {
      double hour = 1 - 0.6 * Math.cos(2 * Math.PI * slide / DAY_SLIDES);
      assertThat(detector.onSlide(WATCH, state, slide(random, slide, rate * hour, 0.15)))
          .as("calm, seed %d, slide %d", seed, slide)
          .isEmpty();
    }
    long first = -1;
    for (int i = 0; i < 60; i++, slide++) {
      Slide outage = slide(random, slide, 20 * rate, 0.8);
      first = first < 0 && outage.mentions() > 0 ? slide : first;
      boolean raised =
          detector.onSlide(WATCH, state, outage).stream()
              .anyMatch(spike -> spike.signal() == Signal.NEGATIVITY);
      if (raised) {
        return (slide + 1 - first) * SLIDE / 1000;
      }
    }
    return Long.MAX_VALUE;
  }

  private static Slide slide(Random random, long number, double rate, double negativeShare) {
    int mentions = poisson(random, rate);
    int negative = (int) random.doubles(mentions).filter(draw -> draw < negativeShare).count();
    long micros = negative * 800_000L + (mentions - negative) * 100_000L;
    return new Slide(
        number * SLIDE,
        mentions,
        mentions,
        mentions,
        negative,
        micros,
        0,
        mentions,
        mentions,
        List.of(),
        List.of(),
        Crowd.NOBODY);
  }

  private static int poisson(Random random, double mean) {
    if (mean > 30) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
