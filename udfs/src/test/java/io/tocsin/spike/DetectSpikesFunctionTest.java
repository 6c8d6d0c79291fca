package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.mention.Mention;
import io.tocsin.testing.Samples;
import io.tocsin.window.Pane;
import io.tocsin.window.PartialPanes;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetectSpikesFunctionTest {
  private static final long SLIDE = 10_000;
  private static final long HOUR = 3_600_000;

  private KeyedOneInputStreamOperatorTestHarness<String, Pane, Spike> harness;
  private int mentions;

  @BeforeEach
  void open() throws Exception {
    open(Map.of());
  }

  private void open(Map<String, BrandRules> rules) throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new DetectSpikesFunction(DetectorPolicy.standard(SLIDE), rules),
            pane -> pane.watch().key(),
            Types.STRING);
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
    harness.processWatermark(2 * HOUR + 29_999);

    assertThat(harness.extractOutputValues())
        .extracting(spike -> spike.watch().key() + " " + spike.signal() + " " + spike.phase())
        .contains("acme NEGATIVITY RAISED", "acme/channel/x NEGATIVITY RAISED");
    assertThat(harness.extractOutputValues())
        .allSatisfy(spike -> assertThat(spike.examples()).isNotEmpty());
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

  private void joyAtTwo() throws Exception {
    calmUntil(2 * HOUR);
    for (long time = 2 * HOUR; time < 2 * HOUR + 60_000; time += 100) {
      mention(time, 0.1f);
    }
    harness.processWatermark(2 * HOUR + 59_999);
  }

  @Test
  void sleepsWithoutTimersAndOpenPanesWhenTheWatchIsIdle() throws Exception {
    calmUntil(HOUR);
    harness.processWatermark(HOUR + 2 * 300_000);

    assertThat(harness.numEventTimeTimers()).isZero();
    assertThat(harness.numKeyedStateEntries()).as("the two watches' memories").isEqualTo(2);
  }

  @Test
  void aWatchThatIsSpokenOfTooSeldomToFireSleepsBetweenItsMentions() throws Exception {
    for (int i = 0; i < 5; i++) {
      mention(i * HOUR / 8, 0.1f);
      harness.processWatermark(i * HOUR / 8 + SLIDE);

      assertThat(harness.numEventTimeTimers()).as("after mention %d", i).isZero();
    }
  }

  @Test
  void aWatchThatNobodySpokeOfForTwoMonthsLeavesAndBeginsAnew() throws Exception {
    calmUntil(HOUR);
    harness.processWatermark(HOUR + 2 * 300_000);
    assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
    harness.setStateTtlProcessingTime(61 * 24 * HOUR);

    for (int i = 0; i < 10; i++) {
      mention(2 * HOUR + i * SLIDE, 0.1f, "other");
      harness.processWatermark(2 * HOUR + (i + 1) * SLIDE);
    }

    assertThat(harness.numKeyedStateEntries()).as("the other brand's two watches").isEqualTo(2);
    for (long time = 3 * HOUR; time < 3 * HOUR + 30_000; time += 100) {
      mention(time, 0.9f);
    }
    harness.processWatermark(3 * HOUR + 29_999);
    assertThat(harness.extractOutputValues()).as("an empty past").isEmpty();
  }

  @Test
  void goesOnAfterARestoreAsIfNothingHadHappened() throws Exception {
    calmUntil(2 * HOUR);
    var snapshot = harness.snapshot(1, 1);
    harness.close();
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new org.apache.flink.streaming.api.operators.KeyedProcessOperator<>(
                new DetectSpikesFunction(DetectorPolicy.standard(SLIDE), Map.of())),
            pane -> pane.watch().key(),
            Types.STRING);
    harness.initializeState(snapshot);
    harness.open();
    for (long time = 2 * HOUR; time < 2 * HOUR + 30_000; time += 100) {
      mention(time, 0.9f);
    }
    harness.processWatermark(2 * HOUR + 29_999);

    assertThat(harness.extractOutputValues()).extracting(Spike::phase).contains(SpikePhase.RAISED);
  }

  private void calmUntil(long end) throws Exception {
    for (long time = 0; time < end; time += 5_000) {
      mention(time, 0.1f);
    }
    harness.processWatermark(end - 1);
  }

  private void mention(long time, float negative) throws Exception {
    mention(time, negative, "acme");
  }

  private void mention(long time, float negative, String brand) throws Exception {
    Mention mention = Samples.mention("m" + mentions++, "x", time);
    PartialPanes panes = new PartialPanes(1_000, Map.of());
    panes.add(Samples.scored(mention, negative, brand), time);
    var flushed = new java.util.ArrayList<Pane>();
    panes.flushBefore(Long.MAX_VALUE, flushed::add);
    for (Pane pane : flushed) {
      harness.processElement(pane, pane.startMillis());
    }
  }
}
