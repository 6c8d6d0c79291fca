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
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SpikeDetectorTest {
  private static final long SLIDE = 10_000;
  private static final long HOUR_SLIDES = 360;
  private static final Watch WATCH = Watch.ofBrand("acme");
  private static final double CALM_RATE = 3;
  private static final double CALM_SHARE = 0.15;

  private final DetectorPolicy policy = DetectorPolicy.standard(SLIDE);
  private final SpikeDetector detector = new SpikeDetector(policy);
  private final WatchState state = new WatchState(policy);
  private long now;

  @RepeatedTest(10)
  void seesASuddenOutageWithinHalfAMinute(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    run(random, 4 * HOUR_SLIDES, CALM_RATE, CALM_SHARE);
    long outage = now;

    List<Spike> spikes = run(random, 6, 20 * CALM_RATE, 0.8);

    Spike negativity =
        spikes.stream()
            .filter(spike -> spike.signal() == Signal.NEGATIVITY)
            .findFirst()
            .orElseThrow();
    assertThat(Duration.ofMillis(negativity.at().toEpochMilli() - outage))
        .as("seed %d", info.getCurrentRepetition())
        .isLessThanOrEqualTo(Duration.ofSeconds(30));
    assertThat(negativity.since().toEpochMilli()).isBetween(outage - 2 * SLIDE, outage + SLIDE);
    assertThat(negativity.observed()).isGreaterThan(3 * negativity.expected());
    assertThat(negativity.why()).contains("negative mentions in").contains("are usual");
  }

  @RepeatedTest(10)
  void takesAViralJoyForVolumeOnly(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    run(random, 4 * HOUR_SLIDES, CALM_RATE, CALM_SHARE);

    List<Spike> spikes = run(random, 30, 20 * CALM_RATE, 0.05);

    assertThat(spikes)
        .extracting(Spike::signal)
        .contains(Signal.VOLUME)
        .doesNotContain(Signal.NEGATIVITY);
  }

  @RepeatedTest(10)
  void staysSilentInCalmTimes(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());

    assertThat(run(random, 72 * HOUR_SLIDES, CALM_RATE, CALM_SHARE))
        .as("seed %d", info.getCurrentRepetition())
        .isEmpty();
  }

  @RepeatedTest(5)
  void seesNegativityThatBuildsUpOverHours(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    run(random, 72 * HOUR_SLIDES, CALM_RATE, CALM_SHARE);
    long onset = now;

    List<Spike> spikes = run(random, 2 * HOUR_SLIDES, 1.2 * CALM_RATE, 2.1 * CALM_SHARE);

    Spike negativity =
        spikes.stream()
            .filter(spike -> spike.signal() == Signal.NEGATIVITY)
            .findFirst()
            .orElseThrow();
    assertThat(Duration.ofMillis(negativity.at().toEpochMilli() - onset))
        .as("seed %d", info.getCurrentRepetition())
        .isLessThanOrEqualTo(Duration.ofMinutes(90));
    assertThat(negativity.why()).contains(" in 90 min where ");
  }

  @RepeatedTest(5)
  void takesMoreMentionsAtTheUsualMoodForNoSlowBurn(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    run(random, 72 * HOUR_SLIDES, CALM_RATE, CALM_SHARE);

    assertThat(run(random, 4 * HOUR_SLIDES, 2 * CALM_RATE, CALM_SHARE))
        .as("seed %d", info.getCurrentRepetition())
        .extracting(Spike::signal)
        .doesNotContain(Signal.NEGATIVITY);
  }

  @RepeatedTest(5)
  void seesAQuietWatchWakeUpInItsFirstDay(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    run(random, 12 * HOUR_SLIDES, 1 / 360.0, 0);
    long onset = now;

    List<Spike> spikes = run(random, HOUR_SLIDES / 3, 1.3 / 6, 0);

    assertThat(spikes).as("seed %d", info.getCurrentRepetition()).isNotEmpty();
    assertThat(Duration.ofMillis(spikes.get(0).at().toEpochMilli() - onset))
        .isLessThanOrEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void saysNothingFromAnEmptyPast() {
    assertThat(run(new Random(1), 30, 100, 0.9)).isEmpty();
  }

  @Test
  void hearsAFloodOfOneTextAsOneVoice() {
    Random random = new Random(1);
    run(random, 4 * HOUR_SLIDES, CALM_RATE, CALM_SHARE);
    List<Spike> spikes = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      spikes.addAll(
          step(
              new Slide(
                  now,
                  200,
                  1,
                  200,
                  180,
                  180_000_000,
                  0,
                  1,
                  60,
                  List.of(),
                  List.of(),
                  Crowd.NOBODY)));
    }

    assertThat(spikes).isEmpty();
  }

  @Test
  void endsASpikeOnceItIsCalmAndNamesItTheSameThroughout() {
    Random random = new Random(1);
    run(random, 4 * HOUR_SLIDES, CALM_RATE, CALM_SHARE);
    List<Spike> spikes = run(random, 18, 20 * CALM_RATE, 0.8);
    spikes.addAll(run(random, HOUR_SLIDES, CALM_RATE, CALM_SHARE));

    List<Spike> negativity =
        spikes.stream().filter(spike -> spike.signal() == Signal.NEGATIVITY).toList();
    assertThat(negativity).extracting(Spike::id).containsOnly(negativity.get(0).id());
    assertThat(negativity.get(0).phase()).isEqualTo(SpikePhase.RAISED);
    assertThat(negativity.get(negativity.size() - 1).phase()).isEqualTo(SpikePhase.ENDED);
    assertThat(negativity).filteredOn(spike -> spike.phase() == SpikePhase.RAISED).hasSize(1);
  }

  @Test
  void tellsAnOngoingSpikeAnewOnlyWhenItGrewOrAWhileWentBy() {
    Random random = new Random(1);
    run(random, 4 * HOUR_SLIDES, CALM_RATE, CALM_SHARE);
    List<Spike> spikes = run(random, 12 * HOUR_SLIDES, 20 * CALM_RATE, 0.8);

    List<Instant> told = ongoing(spikes, Signal.NEGATIVITY);
    assertThat(told).hasSizeBetween(5, 15);
    Duration last = Duration.between(told.get(told.size() - 2), told.get(told.size() - 1));
    assertThat(last).isGreaterThan(Duration.ofHours(1));
  }

  @Test
  void tellsGrowthToTwiceTheSizeWithinAMinute() {
    Random random = new Random(1);
    run(random, 4 * HOUR_SLIDES, CALM_RATE, CALM_SHARE);
    run(random, HOUR_SLIDES / 5, 10 * CALM_RATE, 0.8);
    Instant grew = Instant.ofEpochMilli(now);

    List<Spike> spikes = run(random, 12, 30 * CALM_RATE, 0.8);

    assertThat(ongoing(spikes, Signal.NEGATIVITY))
        .anySatisfy(at -> assertThat(at).isBetween(grew, grew.plusSeconds(60)));
  }

  @Test
  void fallsAsleepWhenTheMentionsEnd() {
    Random random = new Random(1);
    run(random, 48 * HOUR_SLIDES, CALM_RATE, CALM_SHARE);
    run(random, 18, 20 * CALM_RATE, 0.8);
    int slides = 0;
    while (!detector.idle(state) && slides < 10 * HOUR_SLIDES) {
      step(Slide.empty(now));
      slides++;
    }

    assertThat(slides).isLessThan((int) HOUR_SLIDES);
  }

  @Test
  void learnsFromRowsThatItSleptThrough() {
    Random random = new Random(1);
    run(random, 12 * HOUR_SLIDES, CALM_RATE, CALM_SHARE);
    double before = state.volume.baseline.level;
    now += Duration.ofDays(4).toMillis();
    step(Slide.empty(now));

    assertThat(state.volume.baseline.level).isLessThan(0.8 * before);
  }

  private static List<Instant> ongoing(List<Spike> spikes, Signal signal) {
    return spikes.stream()
        .filter(spike -> spike.signal() == signal && spike.phase() == SpikePhase.ONGOING)
        .map(Spike::at)
        .toList();
  }

  private List<Spike> run(Random random, long slides, double rate, double negativeShare) {
    List<Spike> spikes = new ArrayList<>();
    for (long i = 0; i < slides; i++) {
      int mentions = poisson(random, rate);
      int negative = 0;
      for (int m = 0; m < mentions; m++) {
        negative += random.nextDouble() < negativeShare ? 1 : 0;
      }
      spikes.addAll(
          step(
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
                  Crowd.NOBODY)));
    }
    return spikes;
  }

  private List<Spike> step(Slide slide) {
    now = slide.startMillis() + SLIDE;
    return detector.onSlide(WATCH, state, slide);
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
