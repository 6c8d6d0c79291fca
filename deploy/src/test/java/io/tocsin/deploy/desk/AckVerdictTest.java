package io.tocsin.deploy.desk;

import static io.tocsin.deploy.desk.Samples.NOON;
import static io.tocsin.deploy.desk.Samples.ack;
import static io.tocsin.deploy.desk.Samples.incident;
import static io.tocsin.incident.IncidentState.ACKNOWLEDGED;
import static io.tocsin.incident.IncidentState.OPEN;
import static io.tocsin.incident.IncidentState.RESOLVED;
import static io.tocsin.incident.Severity.CRITICAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.desk.AckVerdict.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AckVerdictTest {
  private static final Happenings HAPPENINGS =
      new Happenings(
          List.of(
              new IncidentCard(incident("open", CRITICAL, OPEN, NOON), null, List.of(), null),
              new IncidentCard(
                  incident("taken", CRITICAL, ACKNOWLEDGED, NOON, "Bo"), null, List.of(), null),
              new IncidentCard(
                  incident("sent", CRITICAL, OPEN, NOON),
                  ack("sent", "Cy", NOON),
                  List.of(),
                  null)),
          List.of(
              new IncidentCard(incident("over", CRITICAL, RESOLVED, NOON), null, List.of(), null)),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          PlanStanding.UNKNOWN);

  private static AckVerdict judge(String incidentId, @Nullable String by) {
    return AckVerdict.judge(HAPPENINGS, incidentId, by, NOON);
  }

  @Test
  void acceptsANameForAnOpenIncident() {
    AckVerdict verdict = judge("open", "  Ana ");
    assertThat(verdict.reason()).isEqualTo(Reason.ACCEPTED);
    assertThat(verdict.ack()).isEqualTo(ack("open", "Ana", NOON));
  }

  @Test
  void wantsAUsableName() {
    assertThat(judge("open", null).reason()).isEqualTo(Reason.BAD_NAME);
    assertThat(judge("open", " \t").reason()).isEqualTo(Reason.BAD_NAME);
    assertThat(judge("open", "A\u0007").reason()).isEqualTo(Reason.BAD_NAME);
    assertThat(judge("open", "a".repeat(AckVerdict.MAX_NAME_CHARS + 1)).reason())
        .isEqualTo(Reason.BAD_NAME);
    assertThat(judge("open", "a".repeat(AckVerdict.MAX_NAME_CHARS)).reason())
        .isEqualTo(Reason.ACCEPTED);
  }

  @Test
  void refusesWhatIsTakenAndSaysByWhom() {
    assertThat(judge("taken", "Ana").reason()).isEqualTo(Reason.ALREADY_ACKNOWLEDGED);
    assertThat(judge("taken", "Ana").detail()).contains("Bo");
    assertThat(judge("sent", "Ana").detail()).contains("Cy");
    assertThat(judge("sent", "Ana").ack()).isNull();
  }

  @Test
  void refusesWhatIsOverOrUnknown() {
    assertThat(judge("over", "Ana").reason()).isEqualTo(Reason.ALREADY_RESOLVED);
    assertThat(judge("nowhere", "Ana").reason()).isEqualTo(Reason.UNKNOWN_INCIDENT);
    assertThat(judge("nowhere", "Ana").detail()).contains("nowhere");
  }
}
