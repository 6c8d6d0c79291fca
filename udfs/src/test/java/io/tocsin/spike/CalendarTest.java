package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.window.Crowd;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** A declared event on one watch: days of calm, then twenty times the mentions for three hours. */
class CalendarTest {
  private static final long SLIDE = 10_000;
  private static final long HOUR = 3_600_000;
  private static final long EVENT_BEGINS = 48 * HOUR;
  private static final long EVENT_ENDS = 51 * HOUR;
  private static final long WEEK = 7 * 24 * HOUR;
  private static final double RATE = 2;
  private static final double SHARE = 0.15;
  private static final double USUAL_ROW = RATE * Baseline.ROW_MILLIS / SLIDE;

  private final DetectorPolicy policy = DetectorPolicy.standard(SLIDE);
  private final WatchState state = new WatchState(policy);
  private SpikeDetector detector = declared(20);
  private long now;

  @RepeatedTest(3)
  void expectsTheMentionsOfADeclaredEvent(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    run(random, EVENT_BEGINS, RATE, SHARE);

    List<Spike> spikes = run(random, EVENT_ENDS, 20 * RATE, SHARE);
    spikes.addAll(run(random, EVENT_ENDS + 6 * HOUR, RATE, SHARE));

    assertThat(spikes).as("seed %d", info.getCurrentRepetition()).isEmpty();
  }

  @Test
  void takesTheSameMentionsWithoutTheEntryForASurge() {
    detector = new SpikeDetector(policy);
    Random random = new Random(1);
    run(random, EVENT_BEGINS, RATE, SHARE);

    assertThat(run(random, EVENT_ENDS, 20 * RATE, SHARE))
        .extracting(Spike::signal)
        .contains(Signal.VOLUME);
  }

  @RepeatedTest(3)
  void seesTheAdThatOffendsInTheMiddleOfIt(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    run(random, EVENT_BEGINS, RATE, SHARE);
    assertThat(run(random, EVENT_BEGINS + HOUR, 20 * RATE, SHARE)).isEmpty();

    List<Spike> spikes = run(random, EVENT_BEGINS + HOUR + 60_000, 22 * RATE, 0.6);

    assertThat(spikes).extracting(Spike::signal).contains(Signal.NEGATIVITY);
    assertThat(spikes.get(0).why()).contains("During Super Bowl");
  }

  /** Among so many, twenty times the usual complaints make the mood only a little worse. */
  @RepeatedTest(5)
  void seesAnOutageWithinAMinuteAmongThreeTimesAsManyHappyPosts(RepetitionInfo info) {
    detector = declared(60);
    Random random = new Random(info.getCurrentRepetition());
    run(random, EVENT_BEGINS, RATE, SHARE);
    assertThat(run(random, EVENT_BEGINS + HOUR, 60 * RATE, 0.05)).isEmpty();

    double shareOfBoth = (60 * 0.05 + 20 * 0.8) / 80;
    List<Spike> spikes = run(random, EVENT_BEGINS + HOUR + 60_000, 80 * RATE, shareOfBoth);

    assertThat(spikes)
        .as("seed %d", info.getCurrentRepetition())
        .extracting(Spike::signal)
        .contains(Signal.NEGATIVITY);
  }

  @RepeatedTest(3)
  void takesAJoyThatEndsForNoCrisis(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    run(random, EVENT_BEGINS, RATE, SHARE);
    run(random, EVENT_BEGINS + HOUR, 20 * RATE, 0.04);

    assertThat(run(random, EVENT_ENDS, 20 * RATE, SHARE))
        .as("seed %d", info.getCurrentRepetition())
        .isEmpty();
  }

  @RepeatedTest(3)
  void isNotDeafToACrisisWhenFewerComeThanWereDeclared(RepetitionInfo info) {
    detector = declared(1_000);
    Random random = new Random(info.getCurrentRepetition());
    run(random, EVENT_BEGINS + HOUR, RATE, SHARE);

    assertThat(run(random, EVENT_BEGINS + HOUR + 300_000, 5 * RATE, 0.8))
        .extracting(Spike::signal)
        .contains(Signal.NEGATIVITY);
  }

  @Test
  void seesFarMoreThanWasDeclared() {
    detector = declared(2);
    Random random = new Random(1);
    run(random, EVENT_BEGINS, RATE, SHARE);
    run(random, EVENT_BEGINS + HOUR, 2 * RATE, SHARE);

    assertThat(run(random, EVENT_BEGINS + HOUR + 300_000, 60 * RATE, SHARE))
        .extracting(Spike::signal)
        .contains(Signal.VOLUME);
  }

  @Test
  void endsByItself() {
    Random random = new Random(1);
    run(random, EVENT_BEGINS, RATE, SHARE);
    run(random, EVENT_ENDS, 20 * RATE, SHARE);

    assertThat(run(random, EVENT_ENDS + HOUR, 20 * RATE, SHARE))
        .extracting(Spike::signal)
        .contains(Signal.VOLUME);
  }

  @Test
  void teachesTheBaselineNothing() {
    Random random = new Random(1);
    run(random, EVENT_BEGINS - HOUR, RATE, SHARE);
    double before = state.volume.baseline.level;
    double mood = state.mood.negativeShare();
    run(random, EVENT_BEGINS - DeclaredEvent.RAMP_MILLIS, RATE, SHARE);
    long rows = state.volume.baseline.rows;
    run(random, EVENT_ENDS + DeclaredEvent.RAMP_MILLIS - 300_000, 20 * RATE, 0.3);

    assertThat(state.volume.baseline.rows).isEqualTo(rows);
    assertThat(state.volume.baseline.level).isBetween(0.9 * before, 1.1 * before);
    assertThat(state.mood.negativeShare()).isBetween(0.9 * mood, 1.1 * mood);
  }

  @RepeatedTest(3)
  void nextWeeksSameHourExpectsNoMoreThanAnyOther(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    run(random, EVENT_BEGINS, RATE, SHARE);
    run(random, EVENT_ENDS, 20 * RATE, SHARE);
    long sameHour = WEEK + EVENT_BEGINS + HOUR;

    List<Spike> calm = run(random, sameHour, RATE, SHARE);
    double expected = state.volume.baseline.expected(sameHour);
    List<Spike> undeclared = run(random, sameHour + HOUR, 20 * RATE, SHARE);

    assertThat(calm).as("seed %d", info.getCurrentRepetition()).isEmpty();
    assertThat(expected).isBetween(0.85 * USUAL_ROW, 1.15 * USUAL_ROW);
    assertThat(undeclared).extracting(Spike::signal).contains(Signal.VOLUME);
  }

  @Test
  void teachesNothingToAWatchThatSleepsThroughIt() {
    Random random = new Random(1);
    run(random, EVENT_BEGINS - HOUR, RATE, SHARE);
    long rows = state.volume.baseline.rows;
    now = EVENT_ENDS + HOUR;
    step(Slide.empty(now));

    long ofEvent =
        (EVENT_ENDS - EVENT_BEGINS + 2 * DeclaredEvent.RAMP_MILLIS) / Baseline.ROW_MILLIS;
    long all = (now - SLIDE - (EVENT_BEGINS - HOUR)) / Baseline.ROW_MILLIS;
    // At its last moment an event counts no more.
    assertThat(state.volume.baseline.rows - rows).isEqualTo(all - ofEvent + 1);
    assertThat(state.volume.rows.history.rows).isEqualTo(now / Baseline.ROW_MILLIS);
  }

  private SpikeDetector declared(double factor) {
    DeclaredEvent event = new DeclaredEvent("Super Bowl", EVENT_BEGINS, EVENT_ENDS, factor);
    return new SpikeDetector(
        policy,
        Map.of("acme", new BrandRules(Double.POSITIVE_INFINITY, Long.MAX_VALUE, List.of(event))));
  }

  private List<Spike> run(Random random, long until, double rate, double negativeShare) {
    List<Spike> spikes = new ArrayList<>();
    while (now < until) {
      int mentions = (int) Math.round(Math.max(0, rate + Math.sqrt(rate) * random.nextGaussian()));
      int negative = 0;
      for (int m = 0; m < mentions; m++) {
        negative += random.nextDouble() < negativeShare ? 1 : 0;
      }
      spikes.addAll(step(slide(mentions, negative)));
    }
    return spikes;
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

  private List<Spike> step(Slide slide) {
    now = slide.startMillis() + SLIDE;
    return detector.onSlide(Watch.ofBrand("acme"), state, slide);
  }
}
