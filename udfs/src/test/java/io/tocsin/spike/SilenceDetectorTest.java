package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.feed.FeedGap;
import java.time.Instant;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SilenceDetectorTest {
  private static final long SLIDE = 10_000;
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /** A Monday, midnight UTC. */
  private static final long MONDAY = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

  private final SleepyWatch watch = new SleepyWatch();

  @RepeatedTest(3)
  void tellsASilenceOfABusyWatchAndItsEnd(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    long noon = MONDAY + 16 * DAY + 12 * HOUR;
    run(random, MONDAY, noon, SilenceDetectorTest::workingHours);
    assertThat(watch.silences()).isEmpty();

    watch.pass(noon + 2 * HOUR);
    watch.hear(noon + 2 * HOUR, 1);

    assertThat(watch.silences())
        .as("seed %d", info.getCurrentRepetition())
        .extracting(Spike::phase)
        .containsExactly(SpikePhase.RAISED, SpikePhase.ENDED);
    Spike raised = watch.silences().get(0);
    assertThat(raised.at().toEpochMilli()).isBetween(noon + 15 * MINUTE, noon + 75 * MINUTE);
    assertThat(raised.since().toEpochMilli()).isBetween(noon - 5 * MINUTE, noon);
    assertThat(raised.expected()).isGreaterThan(18);
    assertThat(raised.score()).isGreaterThanOrEqualTo(8);
    assertThat(raised.why()).contains("no mention for").contains("the feed runs");
    assertThat(watch.silences().get(1).id()).isEqualTo(raised.id());
    assertThat(watch.silences().get(1).why()).containsPattern("after 12\\d min without");
  }

  @RepeatedTest(5)
  void takesNoQuietNightAndNoQuietWeekendForASilence(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());

    run(random, MONDAY + 9 * HOUR, MONDAY + 35 * DAY, SilenceDetectorTest::workingHours);
    watch.pass(MONDAY + 35 * DAY + 7 * HOUR);

    assertThat(watch.silences()).as("seed %d", info.getCurrentRepetition()).isEmpty();
  }

  @Test
  void letsAWatchSleepThatIsSeldomSpokenOf() {
    Random random = new Random(7);

    run(random, MONDAY, MONDAY + 20 * DAY, time -> 0.2);

    assertThat(watch.silences()).isEmpty();
    watch.pass(MONDAY + 20 * DAY + HOUR);
    assertThat(watch.wakesAt()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void wakesASilentWatchOnceADay() {
    Random random = new Random(8);
    long end = MONDAY + 15 * DAY;
    run(random, MONDAY, end, time -> 360);
    int looks = watch.looks;

    watch.pass(end + 3 * DAY);

    assertThat(watch.silences())
        .extracting(Spike::phase)
        .containsExactly(SpikePhase.RAISED, SpikePhase.ENDED);
    assertThat(watch.silences().get(1).why()).contains("taken as usual");
    assertThat(watch.looks - looks)
        .as("a row of slides, then one to raise, one to end")
        .isLessThan(35);
    assertThat(watch.wakesAt()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void isNotSilentWhileTheFeedStandsStill() {
    Random random = new Random(9);
    long stop = MONDAY + 15 * DAY + 12 * HOUR;
    run(random, MONDAY, stop, time -> 360);
    double before = watch.expected(stop + DAY);
    FeedGap gap = FeedGap.open(null, stop + MINUTE);
    watch.gaps.add(gap);
    watch.pass(stop + 5 * HOUR);
    watch.gaps.set(0, gap.closed(stop + 5 * HOUR + SLIDE, SLIDE));

    run(random, stop + 5 * HOUR, stop + 6 * HOUR, time -> 360);

    assertThat(watch.spikes).isEmpty();
    assertThat(watch.expected(stop + DAY)).isBetween(0.97 * before, 1.03 * before);
  }

  @Test
  void isSilentAfterTheFeedHasComeBackWithoutIt() {
    Random random = new Random(10);
    long stop = MONDAY + 15 * DAY + 12 * HOUR;
    run(random, MONDAY, stop, time -> 360);
    watch.gaps.add(FeedGap.open(null, stop + MINUTE).closed(stop + 2 * HOUR + SLIDE, SLIDE));

    watch.pass(stop + 4 * HOUR);

    assertThat(watch.silences()).hasSize(1);
    assertThat(watch.silences().get(0).at().toEpochMilli())
        .isBetween(stop + 2 * HOUR + MINUTE, stop + 3 * HOUR);
  }

  /** Sixty an hour from 8 to 20 on working days, two an hour else, none at night and on Sunday. */
  private static double workingHours(long millis) {
    int day = (int) Math.floorMod(Math.floorDiv(millis - MONDAY, DAY), 7L);
    long hour = Math.floorMod(millis, DAY) / HOUR;
    if (day == 6 || hour < 7 || hour >= 22) {
      return 0;
    }
    return day < 5 && hour >= 8 && hour < 20 ? 60 : 2;
  }

  private void run(Random random, long from, long to, LongToDoubleFunction ratePerHour) {
    for (long slide = from; slide < to; slide += SLIDE) {
      int mentions = poisson(random, ratePerHour.applyAsDouble(slide) * SLIDE / HOUR);
      if (mentions > 0) {
        watch.hear(slide, mentions);
      }
    }
    watch.pass(to - 1);
  }

  private static int poisson(Random random, double mean) {
    if (mean <= 0) {
      return 0;
    }
    double limit = Math.exp(-mean);
    int count = 0;
    for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
