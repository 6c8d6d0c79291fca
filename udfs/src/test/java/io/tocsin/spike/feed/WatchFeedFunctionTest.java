package io.tocsin.spike.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.feed.FeedPhase;
import io.tocsin.feed.FeedPulse;
import io.tocsin.feed.FeedReport;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchFeedFunctionTest {
  private static final long SLIDE = 10_000;
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  private KeyedOneInputStreamOperatorTestHarness<Integer, FeedPulse, FeedReport> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new WatchFeedFunction(SLIDE), pulse -> WatchFeedFunction.THE_FEED, Types.INT);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void tellsAStandstillOfTheWholeOnceAndNotOfItsChannels() throws Exception {
    pulses("x", 0, 3 * HOUR, 40);
    pulses("facebook", 0, 3 * HOUR, 20);
    pulses("x", 4 * HOUR, 5 * HOUR, 40);
    pulses("facebook", 4 * HOUR, 5 * HOUR, 20);

    harness.processWatermark(5 * HOUR);

    assertThat(harness.extractOutputValues())
        .extracting(report -> report.phase() + " " + report.channel() + " " + report.since())
        .containsExactly(
            "STANDING_STILL null 1970-01-01T03:00:00Z", "RUNNING_AGAIN null 1970-01-01T03:00:00Z");
    FeedReport still = harness.extractOutputValues().get(0);
    assertThat(still.at().toEpochMilli()).isEqualTo(3 * HOUR + MINUTE);
    assertThat(still.why()).startsWith("the whole feed stands still: nothing for 60 s where");
    assertThat(harness.extractOutputValues().get(1).at().toEpochMilli())
        .isEqualTo(4 * HOUR + SLIDE);
  }

  @Test
  void tellsWhichChannelStandsStillWhileOthersRun() throws Exception {
    pulses("x", 0, 5 * HOUR, 40);
    pulses("facebook", 0, 3 * HOUR, 20);
    harness.processWatermark(5 * HOUR);

    assertThat(harness.extractOutputValues())
        .extracting(report -> report.phase() + " " + report.channel())
        .containsExactly("STANDING_STILL facebook");
  }

  @Test
  void takesTheEndOfTheInputForNoStandstill() throws Exception {
    pulses("x", 0, 3 * HOUR, 40);
    harness.processWatermark(Long.MAX_VALUE);

    assertThat(harness.extractOutputValues())
        .extracting(FeedReport::phase)
        .containsExactly(FeedPhase.ENDED);
    assertThat(harness.extractOutputValues().get(0).at().toEpochMilli()).isEqualTo(3 * HOUR);
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void tellsTheSameHoweverLateTheWatermarkComes() throws Exception {
    pulses("x", 0, 3 * HOUR, 40);
    harness.processWatermark(2 * HOUR);
    harness.processWatermark(3 * HOUR + 25_000);
    pulses("x", 4 * HOUR, 4 * HOUR + MINUTE, 40);
    harness.processWatermark(3 * HOUR + 2 * MINUTE);
    harness.processWatermark(Long.MAX_VALUE);
    var stepwise = harness.extractOutputValues();
    harness.close();
    open();

    pulses("x", 0, 3 * HOUR, 40);
    pulses("x", 4 * HOUR, 4 * HOUR + MINUTE, 40);
    harness.processWatermark(Long.MAX_VALUE);

    assertThat(harness.extractOutputValues()).isEqualTo(stepwise).hasSize(3);
  }

  @Test
  void goesOnAfterARestoreInAStandstill() throws Exception {
    pulses("x", 0, 3 * HOUR, 40);
    harness.processWatermark(3 * HOUR + 2 * MINUTE);
    assertThat(harness.extractOutputValues()).hasSize(1);
    var snapshot = harness.snapshot(1, 1);
    harness.close();
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new org.apache.flink.streaming.api.operators.KeyedProcessOperator<>(
                new WatchFeedFunction(SLIDE)),
            pulse -> WatchFeedFunction.THE_FEED,
            Types.INT);
    harness.initializeState(snapshot);
    harness.open();

    harness.processWatermark(3 * HOUR + 30 * MINUTE);
    pulses("x", 4 * HOUR, 4 * HOUR + MINUTE, 40);
    harness.processWatermark(4 * HOUR + MINUTE);

    assertThat(harness.extractOutputValues())
        .extracting(FeedReport::phase)
        .containsExactly(FeedPhase.RUNNING_AGAIN);
  }

  private void pulses(String channel, long from, long to, long mentions) throws Exception {
    for (long start = from; start < to; start += SLIDE) {
      harness.processElement(new FeedPulse(channel, start, mentions), start);
    }
  }
}
