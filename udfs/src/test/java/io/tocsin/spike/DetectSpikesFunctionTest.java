package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.feed.FeedPhase;
import io.tocsin.feed.FeedReport;
import io.tocsin.mention.Mention;
import io.tocsin.testing.Samples;
import io.tocsin.window.Pane;
import io.tocsin.window.PartialPanes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetectSpikesFunctionTest {
  private static final long SLIDE = 10_000;
  private static final long HOUR = 3_600_000;

  private KeyedBroadcastOperatorTestHarness<String, Pane, DetectorNews, Spike> harness;
  private int mentions;

  @BeforeEach
  void open() throws Exception {
    open(Map.of());
  }

  private void open(Map<String, BrandRules> rules) throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedBroadcastProcessFunction(
            new DetectSpikesFunction(
                DetectorPolicy.standard(SLIDE), new DetectionPlan("v1", rules), plain -> plain),
            pane -> pane.watch().key(),
            Types.STRING,
            DetectSpikesFunction.FEED_GAPS,
            DetectSpikesFunction.PLAN);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void raisesASpikePerWatchWhenTheWatermarkPasses() throws Exception {
    calmUntil(2 * HOUR);
    for (long time = 2 * HOUR; time < 2 * HOUR + 30_000; time += 100) {
      mention(time, 0.9f);
    }
    watermark(2 * HOUR + 29_999);

    assertThat(harness.extractOutputValues())
        .extracting(spike -> spike.watch().key() + " " + spike.signal() + " " + spike.phase())
        .contains("acme NEGATIVITY RAISED", "acme/channel/x NEGATIVITY RAISED");
    assertThat(harness.extractOutputValues())
        .allSatisfy(spike -> assertThat(spike.examples()).isNotEmpty());
    assertThat(harness.extractOutputValues()).extracting(Spike::planVersion).containsOnly("v1");
  }

  @Test
  void namesThePlanByWhichASpikeWasJudged() throws Exception {
    harness.processBroadcastElement(DetectorNews.of(new DetectionPlan("v2", Map.of())), 0);
    joyAtTwo();
    assertThat(harness.extractOutputValues())
        .extracting(Spike::planVersion)
        .isNotEmpty()
        .containsOnly("v2");
  }

  @Test
  void raisesNoSpikeForWhatThePlansCalendarDeclares() throws Exception {
    joyAtTwo();
    assertThat(harness.extractOutputValues()).extracting(Spike::signal).contains(Signal.VOLUME);
    harness.close();
    DeclaredEvent event = new DeclaredEvent("Final", 2 * HOUR, 3 * HOUR, 60);
    open(Map.of("acme", new BrandRules(30, Long.MAX_VALUE, List.of(event))));
    joyAtTwo();
    assertThat(harness.extractOutputValues()).isEmpty();
  }

  @Test
  void hearsOfAPlanWhileItRunsAndKeepsItAfterARestore() throws Exception {
    DeclaredEvent event = new DeclaredEvent("Final", 2 * HOUR, 3 * HOUR, 60);
    DetectionPlan plan =
        new DetectionPlan("v2", Map.of("acme", new BrandRules(30, Long.MAX_VALUE, List.of(event))));
    harness.processBroadcastElement(DetectorNews.of(plan), 0);
    joyAtTwo();
    assertThat(harness.extractOutputValues()).isEmpty();

    var snapshot = harness.snapshot(1, 1);
    harness.close();
    restore(snapshot);
    for (long time = 2 * HOUR + 60_000; time < 2 * HOUR + 90_000; time += 100) {
      mention(time, 0.1f);
    }
    watermark(2 * HOUR + 89_999);
    assertThat(harness.extractOutputValues()).isEmpty();
  }

  private void joyAtTwo() throws Exception {
    calmUntil(2 * HOUR);
    for (long time = 2 * HOUR; time < 2 * HOUR + 60_000; time += 100) {
      mention(time, 0.1f);
    }
    watermark(2 * HOUR + 59_999);
  }

  @Test
  void sleepsWithoutTimersAndOpenPanesWhenTheWatchIsIdle() throws Exception {
    calmUntil(HOUR);
    watermark(HOUR + 2 * 300_000);

    assertThat(harness.numEventTimeTimers()).isZero();
    assertThat(stateEntries()).as("the two watches' memories").isEqualTo(2);
  }

  @Test
  void leavesNoTimerAndNoPaneBehindASilence() throws Exception {
    busyUntil(2 * HOUR);
    watermark(2 * HOUR + 3 * HOUR);
    assertThat(told(Signal.SILENCE))
        .containsExactlyInAnyOrder("acme RAISED", "acme/channel/x RAISED");
    assertThat(harness.numEventTimeTimers()).as("one a watch, to give up").isEqualTo(2);

    watermark(2 * HOUR + 25 * HOUR);

    assertThat(told(Signal.SILENCE)).hasSize(4).contains("acme ENDED", "acme/channel/x ENDED");
    assertThat(harness.numEventTimeTimers()).isZero();
    assertThat(stateEntries()).as("the two watches' memories").isEqualTo(2);
  }

  @Test
  void callsNoWatchSilentWhileTheFeedStandsStill() throws Exception {
    busyUntil(2 * HOUR);
    feed(FeedPhase.STANDING_STILL, null, 2 * HOUR + 60_000);
    watermark(6 * HOUR);

    assertThat(told(Signal.SILENCE)).isEmpty();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void callsNoWatchSilentAtTheEndOfTheInput() throws Exception {
    busyUntil(2 * HOUR);
    feed(FeedPhase.ENDED, null, 2 * HOUR);
    watermark(Long.MAX_VALUE);

    assertThat(told(Signal.SILENCE)).isEmpty();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void callsTheOthersOfABrandSilentWhileOneChannelStandsStill() throws Exception {
    busyUntil(2 * HOUR);
    feed(FeedPhase.STANDING_STILL, "facebook", HOUR);
    watermark(6 * HOUR);

    assertThat(told(Signal.SILENCE)).containsExactly("acme/channel/x RAISED");
  }

  @Test
  void heedsNoReportOfALaterTime() throws Exception {
    busyUntil(2 * HOUR);
    feed(FeedPhase.STANDING_STILL, null, 5 * HOUR);
    watermark(4 * HOUR);

    assertThat(told(Signal.SILENCE)).hasSize(2);
  }

  @Test
  void aWatchThatIsSpokenOfTooSeldomToFireSleepsBetweenItsMentions() throws Exception {
    for (int i = 0; i < 5; i++) {
      mention(i * HOUR / 8, 0.1f);
      watermark(i * HOUR / 8 + SLIDE);

      assertThat(harness.numEventTimeTimers()).as("after mention %d", i).isZero();
    }
  }

  @Test
  void aWatchThatNobodySpokeOfForTwoMonthsLeavesAndBeginsAnew() throws Exception {
    calmUntil(HOUR);
    watermark(HOUR + 2 * 300_000);
    assertThat(stateEntries()).isEqualTo(2);
    harness.setStateTtlProcessingTime(61 * 24 * HOUR);

    for (int i = 0; i < 10; i++) {
      mention(2 * HOUR + i * SLIDE, 0.1f, "other");
      watermark(2 * HOUR + (i + 1) * SLIDE);
    }

    assertThat(stateEntries()).as("the other brand's two watches").isEqualTo(2);
    for (long time = 3 * HOUR; time < 3 * HOUR + 30_000; time += 100) {
      mention(time, 0.9f);
    }
    watermark(3 * HOUR + 29_999);
    assertThat(harness.extractOutputValues()).as("an empty past").isEmpty();
  }

  @Test
  void goesOnAfterARestoreAsIfNothingHadHappened() throws Exception {
    calmUntil(2 * HOUR);
    var snapshot = harness.snapshot(1, 1);
    harness.close();
    restore(snapshot);
    for (long time = 2 * HOUR; time < 2 * HOUR + 30_000; time += 100) {
      mention(time, 0.9f);
    }
    watermark(2 * HOUR + 29_999);

    assertThat(harness.extractOutputValues()).extracting(Spike::phase).contains(SpikePhase.RAISED);
  }

  private void restore(OperatorSubtaskState snapshot) throws Exception {
    harness =
        new KeyedBroadcastOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(
                new DetectSpikesFunction(
                    DetectorPolicy.standard(SLIDE), DetectionPlan.NONE, plain -> plain),
                List.of(DetectSpikesFunction.FEED_GAPS, DetectSpikesFunction.PLAN)),
            pane -> pane.watch().key(),
            Types.STRING,
            1,
            1,
            0);
    harness.initializeState(snapshot);
    harness.open();
  }

  private void calmUntil(long end) throws Exception {
    for (long time = 0; time < end; time += 5_000) {
      mention(time, 0.1f);
    }
    watermark(end - 1);
  }

  /** More than a mention a second. */
  private void busyUntil(long end) throws Exception {
    for (long time = 0; time < end; time += 800) {
      mention(time, 0.1f);
    }
    watermark(end - 1);
  }

  private void feed(FeedPhase phase, @Nullable String channel, long at) throws Exception {
    Instant when = Instant.ofEpochMilli(at);
    harness.processBroadcastElement(
        DetectorNews.of(new FeedReport("feed", channel, phase, when, when, 100, 9, "why")), at);
  }

  private List<String> told(Signal signal) {
    return harness.extractOutputValues().stream()
        .filter(spike -> spike.signal() == signal)
        .map(spike -> spike.watch().key() + " " + spike.phase())
        .toList();
  }

  private int stateEntries() {
    var operator = (CoBroadcastWithKeyedOperator<?, ?, ?, ?>) harness.getTwoInputOperator();
    return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
  }

  private void watermark(long millis) throws Exception {
    harness.processBroadcastWatermark(millis);
    harness.processWatermark(millis);
  }

  private void mention(long time, float negative) throws Exception {
    mention(time, negative, "acme");
  }

  private void mention(long time, float negative, String brand) throws Exception {
    Mention mention = Samples.mention("m" + mentions++, "x", time);
    PartialPanes panes = new PartialPanes(1_000);
    panes.add(Samples.scored(mention, negative, brand), time);
    var flushed = new ArrayList<Pane>();
    panes.flushBefore(Long.MAX_VALUE, flushed::add);
    for (Pane pane : flushed) {
      harness.processElement(pane, pane.startMillis());
    }
  }
}
