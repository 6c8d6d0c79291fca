package io.tocsin.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KpiDeltaTest {
  @Test
  void namesItsSeriesAsPrometheusDoes() {
    assertThat(KpiDelta.of(KpiMetric.MENTIONS_TOTAL, 1, "acme", "x", "negative").series())
        .isEqualTo("mentions_total{brand=\"acme\",channel=\"x\",sentiment=\"negative\"}");
    assertThat(KpiDelta.of(KpiMetric.MENTIONS_READ_TOTAL, 1).series())
        .isEqualTo("mentions_read_total");
  }

  @Test
  void refusesAnotherNumberOfLabelsThanTheCatalogueSays() {
    assertThatThrownBy(() -> KpiDelta.of(KpiMetric.MENTIONS_TOTAL, 1, "acme"))
        .hasMessage("mentions_total takes 3 labels, not 1");
  }
}
