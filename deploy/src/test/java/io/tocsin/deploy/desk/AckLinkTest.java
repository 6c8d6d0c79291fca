package io.tocsin.deploy.desk;

import static io.tocsin.deploy.desk.Samples.NOON;
import static io.tocsin.deploy.desk.Samples.incident;
import static io.tocsin.incident.IncidentState.ACKNOWLEDGED;
import static io.tocsin.incident.IncidentState.OPEN;
import static io.tocsin.incident.IncidentState.RESOLVED;
import static io.tocsin.incident.Severity.CRITICAL;
import static io.tocsin.incident.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.desk.AckVerdict.Reason;
import io.tocsin.incident.Incident;
import io.tocsin.incident.Severity;
import io.tocsin.response.ack.AckToken;
import io.tocsin.response.ack.AckTokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class AckLinkTest {
  private static final AckTokens TOKENS = new AckTokens("a key of sixteen");
  private static final Happenings HAPPENINGS =
      new Happenings(
          List.of(
              card(incident("open", CRITICAL, OPEN, NOON)),
              card(incident("mild", WARNING, OPEN, NOON)),
              card(incident("taken", CRITICAL, ACKNOWLEDGED, NOON, "Bo"))),
          List.of(card(incident("over", CRITICAL, RESOLVED, NOON))),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          PlanStanding.UNKNOWN);

  private static IncidentCard card(Incident incident) {
    return new IncidentCard(incident, null, List.of(), null);
  }

  private static AckVerdict judge(String incidentId, Severity severity, String person) {
    AckToken token = new AckToken(incidentId, severity, person, NOON.plusSeconds(60));
    return AckLink.judge(HAPPENINGS, TOKENS, TOKENS.write(token), NOON);
  }

  @Test
  void takesAnIncidentForThePersonWhomThePageWentTo() {
    assertThat(judge("open", CRITICAL, "ana").ack()).isEqualTo(Samples.ack("open", "ana", NOON));
  }

  @Test
  void doesNotTakeWhatHasBecomeWorseSinceThePage() {
    AckVerdict verdict = judge("open", WARNING, "ana");

    assertThat(verdict.reason()).isEqualTo(Reason.OUTGROWN);
    assertThat(verdict.detail()).contains("about a warning", "is critical now");
    assertThat(verdict.ack()).isNull();
    assertThat(judge("mild", CRITICAL, "ana").reason()).isEqualTo(Reason.ACCEPTED);
  }

  @Test
  void worksOncePerPerson() {
    assertThat(judge("taken", CRITICAL, "Bo").reason()).isEqualTo(Reason.ALREADY_YOURS);
    assertThat(judge("taken", CRITICAL, "ana").reason()).isEqualTo(Reason.ALREADY_ACKNOWLEDGED);
    assertThat(judge("over", CRITICAL, "ana").reason()).isEqualTo(Reason.ALREADY_RESOLVED);
    assertThat(judge("nowhere", CRITICAL, "ana").reason()).isEqualTo(Reason.UNKNOWN_INCIDENT);
  }

  @Test
  void refusesWhatExpiredOrIsForged() {
    String old = TOKENS.write(new AckToken("open", CRITICAL, "ana", NOON));
    AckTokens others = new AckTokens("another long key");

    assertThat(AckLink.judge(HAPPENINGS, TOKENS, old, NOON).reason())
        .isEqualTo(Reason.LINK_EXPIRED);
    assertThat(AckLink.judge(HAPPENINGS, others, old, NOON).reason()).isEqualTo(Reason.BAD_LINK);
    assertThat(AckLink.judge(HAPPENINGS, null, old, NOON).reason()).isEqualTo(Reason.NO_LINKS);
  }

  @Test
  void drawsAHostileNameAsText() {
    String evil = "<img src=x onerror=alert(1)>";
    AckVerdict verdict = judge("open", CRITICAL, evil);

    String page = AckPage.before(verdict, HAPPENINGS.open("open"));

    assertThat(page).contains("<button>Acknowledge as &lt;img").doesNotContain("<img src=x");
    assertThat(AckPage.after(verdict)).doesNotContain("<img src=x", "<button>");
  }
}
