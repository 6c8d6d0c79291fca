package io.tocsin.response.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.response.Page;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DropRepeatedPagesFunctionTest {
  private static final Page ALARM = Pages.of("acme-1", "alarm", "on-call");
  private static final Page ALL_CLEAR = Pages.of("acme-1", "all-clear", "on-call");

  @Test
  void letsADedupKeyPassOnceAlsoOverARestore() throws Exception {
    var first = harness();
    first.open();
    first.processElement(ALARM, 0);
    first.processElement(ALARM, 1);
    assertThat(first.extractOutputValues()).containsExactly(ALARM);
    var snapshot = first.snapshot(1, 1);
    first.close();

    var restored = harness();
    restored.initializeState(snapshot);
    restored.open();
    restored.processElement(ALARM, 2);
    restored.processElement(ALL_CLEAR, 3);
    assertThat(restored.extractOutputValues()).containsExactly(ALL_CLEAR);
    restored.close();
  }

  @Test
  void forgetsADedupKeyAfterAWeek() throws Exception {
    var harness = harness();
    harness.open();
    harness.setStateTtlProcessingTime(0);
    harness.processElement(ALARM, 0);

    harness.setStateTtlProcessingTime(DropRepeatedPagesFunction.REMEMBERED.toMillis() - 1);
    harness.processElement(ALARM, 1);
    assertThat(harness.extractOutputValues()).hasSize(1);

    harness.setStateTtlProcessingTime(DropRepeatedPagesFunction.REMEMBERED.toMillis());
    harness.processElement(ALL_CLEAR, 2);
    harness.processElement(ALARM, 3);
    assertThat(harness.extractOutputValues()).containsExactly(ALARM, ALL_CLEAR, ALARM);
    harness.close();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Page, Page> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new DropRepeatedPagesFunction()),
        Page::incidentId,
        Types.STRING);
  }
}
