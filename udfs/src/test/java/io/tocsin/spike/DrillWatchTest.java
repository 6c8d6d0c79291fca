package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.mention.Drill;
import io.tocsin.mention.Mention;
import io.tocsin.testing.Samples;
import io.tocsin.window.Pane;
import io.tocsin.window.PartialPanes;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.runtime.state.memory.ByteStreamStateHandle;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A drill goes through the watches of the running job and leaves no trace in them. */
class DrillWatchTest {
  private static final String BRAND = "acme";
  private static final long SLIDE = 10_000;
  private static final long HOUR = 3_600_000;
  private static final long MINUTE = 60_000;
  private static final long BEGINS = 2 * HOUR;
  private static final long ENDS = BEGINS + 2 * MINUTE;
  private static final Drill DRILL = new Drill("drill-1", false, Instant.ofEpochMilli(ENDS));

  private KeyedBroadcastOperatorTestHarness<String, Pane, DetectorNews, Spike> harness;
  private int mentions;

  @BeforeEach
  void open() throws Exception {
    mentions = 0;
    harness =
        ProcessFunctionTestHarnesses.forKeyedBroadcastProcessFunction(
            new DetectSpikesFunction(
                DetectorPolicy.standard(SLIDE), DetectionPlan.NONE, plain -> plain),
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
  void raisesSpikesThatBearItsMarkAndEndsThem() throws Exception {
    calm(0, BEGINS);
    drillTwenty(BEGINS, ENDS);
    watermark(ENDS + DrillDetector.FADING_MILLIS);

    assertThat(harness.extractOutputValues())
        .isNotEmpty()
        .allSatisfy(spike -> assertThat(spike.watch().drill()).isEqualTo(DRILL));
    assertThat(phases(BRAND, Signal.NEGATIVITY))
        .startsWith(SpikePhase.RAISED)
        .endsWith(SpikePhase.ENDED);
    assertThat(harness.extractOutputValues().get(0).at())
        .isBefore(Instant.ofEpochMilli(BEGINS + MINUTE));
    assertThat(harness.extractOutputValues().get(0).examples())
        .isNotEmpty()
        .allSatisfy(post -> assertThat(post.drill()).isEqualTo("drill-1"));
  }

  @Test
  void leavesEveryByteOfTheWatchesAsItIsWithoutADrill() throws Exception {
    calm(0, BEGINS);
    interleaved(BEGINS, ENDS, true);
    calm(ENDS, 3 * HOUR);
    watermark(3 * HOUR + 3 * 300_000);
    byte[] with = state();
    List<String> spikesWith = real();
    assertThat(harness.extractOutputValues()).as("the drill was seen").isNotEmpty();
    assertThat(harness.numEventTimeTimers()).isZero();

    open();
    calm(0, BEGINS);
    interleaved(BEGINS, ENDS, false);
    calm(ENDS, 3 * HOUR);
    watermark(3 * HOUR + 3 * 300_000);

    assertThat(with).isEqualTo(state());
    assertThat(spikesWith).isEqualTo(real());
  }

  @Test
  void leavesARealCrisisAsItIsAndGivesWayToIt() throws Exception {
    calm(0, BEGINS);
    drillTwenty(BEGINS, BEGINS + MINUTE);
    watermark(BEGINS + MINUTE - 1);
    assertThat(phases(BRAND, Signal.NEGATIVITY)).containsExactly(SpikePhase.RAISED);

    crisis(BEGINS + MINUTE, ENDS);
    drillTwenty(BEGINS + MINUTE, ENDS);
    watermark(ENDS);
    List<String> spikesWith = real();

    assertThat(phases(BRAND, Signal.NEGATIVITY)).endsWith(SpikePhase.ENDED);
    assertThat(last(BRAND).at()).isBefore(Instant.ofEpochMilli(ENDS));
    open();
    calm(0, BEGINS);
    crisis(BEGINS + MINUTE, ENDS);
    watermark(ENDS);
    assertThat(spikesWith).isNotEmpty().isEqualTo(real());
  }

  @Test
  void leavesNothingBehind() throws Exception {
    calm(0, BEGINS);
    watermark(BEGINS + SLIDE);
    int timersBefore = harness.numEventTimeTimers();
    drillTwenty(BEGINS + SLIDE, ENDS);
    assertThat(harness.numEventTimeTimers()).isGreaterThan(timersBefore);
    watermark(ENDS + 3 * 300_000);

    assertThat(harness.numEventTimeTimers()).isZero();
    assertThat(stateEntries()).as("the two watches' memories").isEqualTo(2);
  }

  @Test
  void hearsNothingThatWasMadeUpAfterItsEnd() throws Exception {
    calm(0, BEGINS);
    drillTwenty(ENDS, ENDS + 2 * MINUTE);
    watermark(ENDS + 3 * 300_000);

    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void goesOnAfterARestore() throws Exception {
    calm(0, BEGINS);
    drillTwenty(BEGINS, BEGINS + MINUTE);
    watermark(BEGINS + MINUTE - 1);
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = restored(snapshot);
    drillTwenty(BEGINS + MINUTE, ENDS);
    watermark(ENDS + DrillDetector.FADING_MILLIS);

    assertThat(phases(BRAND, Signal.NEGATIVITY))
        .as("it was raised before")
        .doesNotContain(SpikePhase.RAISED)
        .endsWith(SpikePhase.ENDED);
  }

  private void calm(long from, long until) throws Exception {
    for (long time = from; time < until; time += 5_000) {
      mention(time, 0.1f, null);
    }
    watermark(until - 1);
  }

  private void crisis(long from, long until) throws Exception {
    for (long time = from; time < until; time += 200) {
      mention(time, 0.9f, null);
    }
  }

  private void drillTwenty(long from, long until) throws Exception {
    for (long time = from; time < until; time += 200) {
      mention(time, 0.9f, DRILL);
    }
  }

  /** Calm goes on, and a drill with it or not. Real posts have the same ids in both. */
  private void interleaved(long from, long until, boolean withDrill) throws Exception {
    for (long time = from; time < until; time += 5_000) {
      mention(time, 0.1f, null);
      if (withDrill) {
        int before = mentions;
        mentions += 1_000_000;
        drillTwenty(time, time + 5_000);
        mentions = before;
      }
    }
    watermark(until - 1);
  }

  private List<SpikePhase> phases(String watch, Signal signal) {
    return harness.extractOutputValues().stream()
        .filter(spike -> spike.watch().drill() != null)
        .filter(spike -> spike.watch().key().equals(watch) && spike.signal() == signal)
        .map(Spike::phase)
        .toList();
  }

  private Spike last(String watch) {
    List<Spike> ofDrill =
        harness.extractOutputValues().stream()
            .filter(spike -> spike.watch().drill() != null && spike.watch().key().equals(watch))
            .toList();
    return ofDrill.get(ofDrill.size() - 1);
  }

  /** What the watches themselves tell; those of one moment come in any order. */
  private List<String> real() {
    return harness.extractOutputValues().stream()
        .filter(spike -> spike.watch().drill() == null)
        .map(spike -> spike.at() + " " + spike.id() + " " + spike.phase() + " " + spike.why())
        .sorted()
        .toList();
  }

  private int stateEntries() {
    var operator = (CoBroadcastWithKeyedOperator<?, ?, ?, ?>) harness.getTwoInputOperator();
    return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
  }

  /** All keyed state as a savepoint holds it. */
  private byte[] state() throws Exception {
    KeyedStateHandle handle = harness.snapshot(1, 1).getManagedKeyedState().iterator().next();
    var bytes = (ByteStreamStateHandle) ((KeyGroupsStateHandle) handle).getDelegateStateHandle();
    return bytes.getData();
  }

  private void watermark(long millis) throws Exception {
    harness.processBroadcastWatermark(millis);
    harness.processWatermark(millis);
  }

  private void mention(long time, float negative, @Nullable Drill drill) throws Exception {
    Mention mention = Samples.mention("m" + mentions++, "x", time);
    PartialPanes panes = new PartialPanes(1_000);
    Mention marked = drill == null ? mention : Samples.madeUp(mention, drill);
    panes.add(Samples.scored(marked, negative, BRAND), time);
    panes.flushBefore(Long.MAX_VALUE, pane -> take(harness, pane));
  }

  private static void take(
      KeyedBroadcastOperatorTestHarness<String, Pane, DetectorNews, Spike> harness, Pane pane) {
    try {
      harness.processElement(pane, pane.startMillis());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyedBroadcastOperatorTestHarness<String, Pane, DetectorNews, Spike> restored(
      OperatorSubtaskState snapshot) throws Exception {
    var harness =
        new KeyedBroadcastOperatorTestHarness<String, Pane, DetectorNews, Spike>(
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
    return harness;
  }
}
