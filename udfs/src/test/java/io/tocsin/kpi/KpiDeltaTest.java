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

  @Test
  void tellsEveryBucketOfAnObservation() {
    assertThat(KpiDelta.observed(KpiMetric.RESPONSE_SECONDS, 4_500, "acme", "care", "x"))
        .extracting(delta -> delta.series() + " " + delta.amount())
        .hasSize(14)
        .contains(
            bucket("3600.0", 0),
            bucket("4500.0", 1),
            bucket("7200.0", 1),
            bucket("259200.0", 1),
            bucket("+Inf", 1),
            "response_seconds_sum{brand=\"acme\",department=\"care\",channel=\"x\"} 4500.0",
            "response_seconds_count{brand=\"acme\",department=\"care\",channel=\"x\"} 1.0");
  }

  @Test
  void anObservationIsOfAHistogramAndAnAmountIsNot() {
    assertThatThrownBy(() -> KpiDelta.of(KpiMetric.RESPONSE_SECONDS, 1, "acme", "care", "x"))
        .hasMessage("response_seconds takes observations");
    assertThatThrownBy(() -> KpiDelta.observed(KpiMetric.MENTIONS_READ_TOTAL, 1))
        .hasMessage("mentions_read_total takes amounts");
  }

  private static String bucket(String bound, int amount) {
    return "response_seconds_bucket{brand=\"acme\",department=\"care\",channel=\"x\",le=\""
        + bound
        + "\"} "
        + (double) amount;
  }
}
