package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.scoring.ScoredMention;
import io.tocsin.testing.Samples;
import io.tocsin.window.Pane;
import io.tocsin.window.PartialPanes;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** A watch that sleeps whenever it may, beside one that looks at every slide. */
class SleepingWatchTest {
  private static final long SLIDE = 10_000;
  private static final int DAYS = 3;
  private static final long SLIDES_A_DAY = 86_400_000 / SLIDE;
  private static final long MONDAY = 1_772_409_600_000L;
  private static final Watch WATCH = Watch.ofLocation("acme", "leeds");

  private final DetectorPolicy policy = DetectorPolicy.standard(SLIDE);
  private final SpikeDetector detector = new SpikeDetector(policy);
  private int posts;

  @RepeatedTest(8)
  void tellsTheSameSpikesAndLearnsTheSame(RepetitionInfo info) {
    long seed = info.getCurrentRepetition();
    Map<Long, Slide> heard = heard(new Random(seed));
    WatchState awake = new WatchState(policy);
    WatchState sleeper = new WatchState(policy);
    List<String> toldAwake = new ArrayList<>();
    List<String> toldAsleep = new ArrayList<>();
    int looks = 0;
    for (long slide = 0; slide < DAYS * SLIDES_A_DAY; slide++) {
      long start = MONDAY + slide * SLIDE;
      Slide seen = heard.getOrDefault(start, Slide.empty(start));
      tell(detector.onSlide(WATCH, awake, seen), toldAwake);
      if (heard.containsKey(start) || (looks > 0 && !detector.idle(sleeper))) {
        looks++;
        tell(detector.onSlide(WATCH, sleeper, seen), toldAsleep);
      }
    }

    assertThat(toldAwake).as("seed %d", seed).anyMatch(told -> told.contains("RAISED"));
    assertThat(toldAsleep).as("seed %d", seed).isEqualTo(toldAwake);
    assertThat(sleeper.volume.baseline.level)
        .as("seed %d", seed)
        .isCloseTo(awake.volume.baseline.level, Percentage.withPercentage(2));
    assertThat(looks).as("seed %d", seed).isLessThan((int) (DAYS * SLIDES_A_DAY / 2));
  }

  /** A few posts an hour, and a storm on the last day. */
  private Map<Long, Slide> heard(Random random) {
    Map<Long, Slide> slides = new TreeMap<>();
    long storm = (DAYS - 1) * SLIDES_A_DAY + 1_000 + random.nextInt(5_000);
    double rate = (3 + random.nextInt(6)) / 360.0;
    for (long slide = 0; slide < DAYS * SLIDES_A_DAY; slide++) {
      boolean storming = slide >= storm && slide < storm + 24;
      int count = storming ? 4 : random.nextDouble() < rate ? 1 : 0;
      if (count > 0) {
        long start = MONDAY + slide * SLIDE;
        slides.put(start, slide(start, count, storming ? 0.9f : 0.1f));
      }
    }
    return slides;
  }

  private Slide slide(long start, int count, float negative) {
    PartialPanes panes = new PartialPanes(SLIDE);
    for (int i = 0; i < count; i++) {
      ScoredMention post =
          Samples.scored(Samples.mention("m" + posts++, "x", start), negative, "acme");
      panes.add(post, start);
    }
    List<Pane> flushed = new ArrayList<>();
    panes.flushBefore(Long.MAX_VALUE, flushed::add);
    return Slide.of(start, flushed.subList(0, 1));
  }

  /** When one that goes on is told again hangs on the last digits of its score. */
  private static void tell(List<Spike> spikes, List<String> told) {
    spikes.stream()
        .filter(spike -> spike.phase() != SpikePhase.ONGOING)
        .forEach(spike -> told.add(spike.id() + " " + spike.phase() + " " + spike.at()));
  }
}
