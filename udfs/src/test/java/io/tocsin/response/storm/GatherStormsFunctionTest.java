package io.tocsin.response.storm;

import static io.tocsin.response.storm.StormPages.alarm;
import static io.tocsin.response.storm.StormPages.allClear;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class GatherStormsFunctionTest {
  private static final StormPolicy POLICY = new StormPolicy(1, 60_000, 10_000);

  @Test
  void tellsWhatWaitsAfterARestoreAndLeavesNothingBehind() throws Exception {
    var first = harness();
    first.open();
    first.setProcessingTime(1_000);
    first.processElement(alarm("acme", Severity.WARNING), 0);
    first.processElement(alarm("zeta", Severity.WARNING), 0);
    first.processElement(alarm("omni", Severity.WARNING), 0);
    assertThat(first.extractOutputValues()).hasSize(1);
    var snapshot = first.snapshot(1, 1);
    first.close();

    var restored = harness();
    restored.initializeState(snapshot);
    restored.open();
    restored.setProcessingTime(10_999);
    assertThat(restored.extractOutputValues()).isEmpty();
    restored.setProcessingTime(11_000);
    assertThat(restored.extractOutputValues())
        .extracting(Page::title)
        .containsExactly("2 incidents at once, the worst: omni burns");
    assertThat(restored.getSideOutput(GatherStormsFunction.GATHERED)).hasSize(2);

    restored.processElement(allClear("acme"), 0);
    restored.processElement(allClear("zeta"), 0);
    restored.processElement(allClear("omni"), 0);
    assertThat(restored.extractOutputValues()).hasSize(1 + 3 + 1);
    restored.setProcessingTime(80_000);
    assertThat(restored.numKeyedStateEntries()).isZero();
    assertThat(restored.numEventTimeTimers()).isZero();
    restored.close();
  }

  @Test
  void tellsWhatWaitsWhenTheInputEnds() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.setProcessingTime(1_000);
      harness.processElement(alarm("acme", Severity.WARNING), 0);
      harness.processElement(alarm("zeta", Severity.WARNING), 0);
      assertThat(harness.extractOutputValues()).hasSize(1);
      harness.processWatermark(Long.MAX_VALUE);

      assertThat(harness.extractOutputValues()).hasSize(2);
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Page, Page> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new GatherStormsFunction(POLICY)),
        page -> page.target().name(),
        Types.STRING);
  }
}
