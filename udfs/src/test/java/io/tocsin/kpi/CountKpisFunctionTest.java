package io.tocsin.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountKpisFunctionTest {
  private KeyedOneInputStreamOperatorTestHarness<String, KpiDelta, Kpi> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new CountKpisFunction(1_000), KpiDelta::series, Types.STRING);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void addsUpACounterAndWritesItOnceAnInterval() throws Exception {
    spikes(3, 100);
    spikes(2, 900);
    spikes(1, 1_100);
    harness.processWatermark(1_999);

    assertThat(harness.extractOutputValues())
        .extracting(kpi -> kpi.series() + " " + kpi.value() + " " + kpi.at())
        .containsExactly(
            "spikes_total{brand=\"acme\",signal=\"volume\"} 5.0 1970-01-01T00:00:01Z",
            "spikes_total{brand=\"acme\",signal=\"volume\"} 6.0 1970-01-01T00:00:02Z");
  }

  @Test
  void countsWhatCameEarlyOnlyInItsOwnInterval() throws Exception {
    spikes(7, 5_500);
    spikes(1, 500);
    harness.processWatermark(999);

    assertThat(harness.extractOutputValues()).extracting(Kpi::value).containsExactly(1.0);
  }

  @Test
  void keepsTheLatestOfAGaugeAndTheLevelOfAValve() throws Exception {
    harness.processElement(KpiDelta.of(KpiMetric.INCIDENT_SEVERITY, 3, "acme"), 100);
    harness.processElement(KpiDelta.of(KpiMetric.INCIDENT_SEVERITY, 1, "acme"), 200);
    harness.processElement(KpiDelta.of(KpiMetric.REDIRECTS_OPEN, 1, "acme"), 300);
    harness.processElement(KpiDelta.of(KpiMetric.REDIRECTS_OPEN, -1, "acme"), 400);
    harness.processWatermark(999);

    assertThat(harness.extractOutputValues())
        .extracting(kpi -> kpi.metric() + " " + kpi.value())
        .containsExactlyInAnyOrder("INCIDENT_SEVERITY 1.0", "REDIRECTS_OPEN 0.0");
  }

  @Test
  void writesNothingAnewThatStayedWhatItWas() throws Exception {
    harness.processElement(KpiDelta.of(KpiMetric.INCIDENT_SEVERITY, 0, "acme"), 100);
    harness.processElement(KpiDelta.of(KpiMetric.INCIDENT_SEVERITY, 0, "acme"), 1_100);
    harness.processElement(KpiDelta.of(KpiMetric.INCIDENT_SEVERITY, 2, "acme"), 2_100);
    harness.processWatermark(2_999);

    assertThat(harness.extractOutputValues()).extracting(Kpi::value).containsExactly(0.0, 2.0);
  }

  @Test
  void holdsNothingButTheTotalWhenAllIsCounted() throws Exception {
    spikes(3, 100);
    harness.processWatermark(999);

    assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void writesWhatWasCountedBeforeAnyEventTimeWasKnown() throws Exception {
    spikes(3, 0);
    harness.processWatermark(Long.MAX_VALUE);

    assertThat(harness.extractOutputValues())
        .extracting(Kpi::at)
        .containsExactly(Instant.ofEpochSecond(1));
  }

  private void spikes(double amount, long at) throws Exception {
    harness.processElement(KpiDelta.of(KpiMetric.SPIKES_TOTAL, amount, "acme", "volume"), at);
  }
}
