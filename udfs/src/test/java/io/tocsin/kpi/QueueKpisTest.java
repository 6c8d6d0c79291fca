package io.tocsin.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.response.Redirect;
import io.tocsin.response.RedirectReason;
import io.tocsin.response.ValveState;
import io.tocsin.response.overflow.QueueReport;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueKpisTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:10:00Z");

  @Test
  void countsWhatWaitsHowLongAndWhatWasMoved() {
    QueueReport report =
        new QueueReport("acme", "care", NOW, 9, 2, 4, Instant.parse("2026-03-01T12:00:00Z"));

    assertThat(KpiDeltas.ofQueue(report))
        .extracting(delta -> delta.series() + " " + delta.amount())
        .containsExactly(
            "redirected_total{brand=\"acme\",queue=\"care\"} 4.0",
            "queue_backlog{brand=\"acme\",queue=\"care\",held=\"waiting\"} 9.0",
            "queue_backlog{brand=\"acme\",queue=\"care\",held=\"claimed\"} 2.0",
            "queue_oldest_wait_seconds{brand=\"acme\",queue=\"care\"} 600.0");
  }

  @Test
  void anEmptyQueueIsZeroAndNotOld() {
    assertThat(KpiDeltas.ofQueue(new QueueReport("acme", "care", NOW, 0, 0, 0, null)))
        .extracting(KpiDelta::amount)
        .containsExactly(0.0, 0.0, 0.0);
  }

  @ParameterizedTest
  @CsvSource({"SEVERITY, 1", "BACKLOG, 1", "TIER_FULL, 1", "CALM, -1", "RESOLVED, -1"})
  void aValveCountsWhileItIsOpen(RedirectReason reason, double change) {
    assertThat(KpiDeltas.ofRedirect(redirect(reason)))
        .extracting(KpiDelta::amount)
        .containsExactly(change);
  }

  @ParameterizedTest
  @CsvSource({"WIDENED", "RETURNED"})
  void aValveThatIsOnlyToldOfAnewCountsNothing(RedirectReason reason) {
    assertThat(KpiDeltas.ofRedirect(redirect(reason))).isEmpty();
  }

  private static Redirect redirect(RedirectReason reason) {
    return new Redirect(
        "1/care/backup",
        reason.opened() < 0 ? ValveState.CLOSED : ValveState.OPEN,
        reason,
        "1",
        "acme",
        "care",
        "backup",
        1,
        null,
        0,
        null,
        0,
        0,
        0,
        null,
        NOW,
        "v1",
        "because",
        null);
  }
}
