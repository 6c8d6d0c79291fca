package io.tocsin.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.testing.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentKpisTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void countsChangesBySeverity() {
    assertThat(series(incident(IncidentChange.ESCALATED, IncidentState.OPEN)))
        .contains(
            "incident_changes_total{brand=\"acme\",severity=\"critical\",change=\"escalated\"}"
                + " 1.0");
  }

  @Test
  void anIncidentStandsInOnePlace() {
    assertThat(series(incident(IncidentChange.ACKNOWLEDGED, IncidentState.ACKNOWLEDGED)))
        .filteredOn(series -> series.startsWith("incidents_open"))
        .hasSize(12)
        .filteredOn(series -> series.endsWith(" 1.0"))
        .containsExactly(
            "incidents_open{brand=\"acme\",severity=\"critical\",state=\"acknowledged\"} 1.0");
  }

  @Test
  void aResolvedOneStandsNowhere() {
    assertThat(series(incident(IncidentChange.RESOLVED, IncidentState.RESOLVED)))
        .contains("incident_severity{brand=\"acme\"} 0.0")
        .filteredOn(series -> series.startsWith("incidents_open"))
        .hasSize(12)
        .allMatch(series -> series.endsWith(" 0.0"));
  }

  @Test
  void timesItsOpeningAndItsAcknowledgement() {
    assertThat(series(incident(IncidentChange.OPENED, IncidentState.OPEN)))
        .anyMatch(series -> series.startsWith("time_to_detect_seconds_count"))
        .anyMatch(series -> series.startsWith("latest_time_to_detect_seconds"));
    assertThat(series(incident(IncidentChange.ACKNOWLEDGED, IncidentState.ACKNOWLEDGED)))
        .anyMatch(series -> series.startsWith("time_to_acknowledge_seconds_count"))
        .anyMatch(series -> series.startsWith("latest_time_to_acknowledge_seconds"));
  }

  private static Incident incident(IncidentChange change, IncidentState state) {
    return Samples.incident("acme", Severity.CRITICAL, change, state, AT, null);
  }

  private static List<String> series(Incident incident) {
    return KpiDeltas.ofIncident(incident).stream()
        .map(delta -> delta.series() + " " + delta.amount())
        .toList();
  }
}
