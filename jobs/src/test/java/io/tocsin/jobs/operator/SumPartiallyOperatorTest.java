package io.tocsin.jobs.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.kpi.KpiDelta;
import io.tocsin.kpi.KpiMetric;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SumPartiallyOperatorTest {
  private static final long SLICE = 10_000;

  private OneInputStreamOperatorTestHarness<Long, KpiDelta> harness;

  @BeforeEach
  void open() throws Exception {
    open(true);
  }

  private void open(boolean tellsIdleness) throws Exception {
    harness =
        new OneInputStreamOperatorTestHarness<>(
            new SumPartiallyOperator<>(
                () -> new SumKpis<Long>(SLICE, count -> List.of(spikes(count))),
                SLICE,
                tellsIdleness));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void letsItsSumsGoBeforeItIsIdle() throws Exception {
    harness.processElement(3L, 1_000);
    harness.processWatermarkStatus(WatermarkStatus.IDLE);

    assertThat(amounts()).containsExactly(3.0);
    assertThat(harness.getOutput()).last().isEqualTo(WatermarkStatus.IDLE);
  }

  @Test
  void isAwaitedWhereItMayNotBeIdle() throws Exception {
    close();
    open(false);
    harness.processElement(3L, 1_000);
    harness.processWatermarkStatus(WatermarkStatus.IDLE);

    assertThat(harness.getOutput()).isEmpty();
  }

  @Test
  void holdsSumsUntilTheWatermarkHasPassedTheirSlice() throws Exception {
    harness.processWatermark(0);
    harness.processElement(3L, 1_000);
    harness.processElement(4L, 2_000);
    harness.processWatermark(9_998);
    assertThat(amounts()).isEmpty();

    harness.processWatermark(9_999);
    assertThat(amounts()).containsExactly(7.0);
  }

  @Test
  void holdsTheWatermarkBackToTheBordersOfSlices() throws Exception {
    harness.processWatermark(14_000);
    harness.processWatermark(18_000);
    harness.processWatermark(25_000);

    assertThat(harness.getOutput()).containsExactly(new Watermark(9_999), new Watermark(19_999));
  }

  @Test
  void handsOverEverythingBeforeACheckpointBarrier() throws Exception {
    harness.processElement(3L, 1_000);
    harness.prepareSnapshotPreBarrier(1);
    assertThat(amounts()).containsExactly(3.0);

    harness.processElement(5L, 1_000);
    harness.prepareSnapshotPreBarrier(2);
    assertThat(amounts()).as("nothing twice").containsExactly(3.0, 5.0);
  }

  @Test
  void handsOverEverythingAtTheEndOfInput() throws Exception {
    harness.processElement(3L, 1_000);
    harness.endInput();

    assertThat(amounts()).containsExactly(3.0);
  }

  @Test
  void stampsASumWithItsFirstRecordSoThatNothingBehindItIsLate() throws Exception {
    harness.processWatermark(29_999);
    harness.processElement(1L, 12_000);
    harness.processWatermark(39_999);

    assertThat(harness.getOutput())
        .filteredOn(StreamRecord.class::isInstance)
        .extracting(record -> ((StreamRecord<?>) record).getTimestamp())
        .containsExactly(30_000L);
  }

  private List<Double> amounts() {
    return harness.extractOutputValues().stream().map(KpiDelta::amount).toList();
  }

  private static KpiDelta spikes(double count) {
    return KpiDelta.of(KpiMetric.SPIKES_TOTAL, count, "acme", "volume");
  }
}
