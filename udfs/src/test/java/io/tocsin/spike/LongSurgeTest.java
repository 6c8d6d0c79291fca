package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.window.Crowd;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours of twenty times the usual mentions that nobody declared: a viral joy, at most a surge. */
class LongSurgeTest {
  private static final long SLIDE = 10_000;
  private static final int HOUR_SLIDES = 360;
  private static final double SHARE = 0.15;
  private static final Watch WATCH = Watch.ofBrand("acme");

  private final DetectorPolicy policy = DetectorPolicy.standard(SLIDE);
  private final SpikeDetector detector = new SpikeDetector(policy);
  private final WatchState state = new WatchState(policy);
  private double wave;
  private long now;

  @ParameterizedTest
  @CsvSource({"0.1, 1", "0.1, 2", "0.5, 3", "0.5, 4", "2, 5", "2, 6", "8, 7", "8, 8"})
  void isNoNegativityAtTheUsualMoodAndIsWhereTheMoodTurns(double rate, long seed) {
    Random random = new Random(seed);
    run(random, 36 * HOUR_SLIDES, rate, SHARE);

    assertThat(run(random, 6 * HOUR_SLIDES, 20 * rate, SHARE))
        .as("seed %d", seed)
        .extracting(Spike::signal)
        .contains(Signal.VOLUME)
        .doesNotContain(Signal.NEGATIVITY);
    assertThat(run(random, HOUR_SLIDES / 4, 20 * rate, 0.7))
        .as("seed %d", seed)
        .extracting(Spike::signal)
        .contains(Signal.NEGATIVITY);
  }

  private List<Spike> run(Random random, int slides, double rate, double usualShare) {
    List<Spike> spikes = new ArrayList<>();
    for (int i = 0; i < slides; i++) {
      double share = waving(random, usualShare);
      int mentions = poisson(random, rate);
      int negative = (int) random.doubles(mentions).filter(draw -> draw < share).count();
      spikes.addAll(detector.onSlide(WATCH, state, slide(mentions, negative)));
      now += SLIDE;
    }
    return spikes;
  }

  /** Moods wave within the hour: the logarithm of the odds by a tenth, one standard deviation. */
  private double waving(Random random, double share) {
    wave = 0.99 * wave + 0.014 * random.nextGaussian();
    double odds = share / (1 - share) * Math.exp(wave);
    return odds / (1 + odds);
  }

  private Slide slide(int mentions, int negative) {
    return new Slide(
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
