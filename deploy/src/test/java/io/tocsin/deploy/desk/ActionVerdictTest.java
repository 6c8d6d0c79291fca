package io.tocsin.deploy.desk;

import static io.tocsin.deploy.desk.Samples.NOON;
import static io.tocsin.deploy.desk.Samples.incident;
import static io.tocsin.incident.IncidentState.OPEN;
import static io.tocsin.incident.IncidentState.RESOLVED;
import static io.tocsin.incident.Severity.CRITICAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.desk.ActionVerdict.Reason;
import io.tocsin.incident.Ack;
import io.tocsin.incident.AckAction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActionVerdictTest {
  private static final Instant LATER = NOON.plusSeconds(3_600);
  private static final Happenings HAPPENINGS =
      new Happenings(
          List.of(card("one"), card("other")),
          List.of(
              new IncidentCard(incident("over", CRITICAL, RESOLVED, NOON), null, List.of(), null)),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          PlanStanding.UNKNOWN);

  @Test
  void writesDownWhatIsWantedOfAnIncident() {
    ActionVerdict verdict = judge("one", wish("  Ana ", "Snooze", LATER, null, "asleep"));

    assertThat(verdict.reason()).isEqualTo(Reason.ACCEPTED);
    assertThat(verdict.ack())
        .isEqualTo(
            new Ack("one", "acme", "Ana", NOON, AckAction.SNOOZE, LATER, null, null, "asleep"));
  }

  @Test
  void writesDownASilenceOfABrandWithoutAnIncident() {
    ActionVerdict verdict = ActionVerdict.ofBrand("zeta", wish("Ana", "silence", LATER), NOON);

    assertThat(verdict.ack())
        .isEqualTo(
            new Ack("zeta", "zeta", "Ana", NOON, AckAction.SILENCE, LATER, null, null, null));
  }

  @Test
  void keepsActionsOfIncidentsAndOfBrandsApart() {
    assertThat(judge("one", wish("Ana", "silence", LATER)).reason()).isEqualTo(Reason.BAD_ACTION);
    assertThat(judge("one", wish("Ana", "dance", LATER)).detail()).contains("mitigate", "dance");
    assertThat(ActionVerdict.ofBrand("zeta", wish("Ana", "resolve", LATER), NOON).reason())
        .isEqualTo(Reason.BAD_ACTION);
    assertThat(ActionVerdict.ofBrand("../zeta", wish("Ana", "silence", LATER), NOON).reason())
        .isEqualTo(Reason.BAD_BRAND);
  }

  @Test
  void wantsANameAndAnEndThatIsAhead() {
    assertThat(judge("one", wish(" ", "mitigate", null)).reason()).isEqualTo(Reason.BAD_NAME);
    assertThat(judge("one", wish("Ana", "snooze", null)).reason()).isEqualTo(Reason.BAD_END);
    assertThat(judge("one", wish("Ana", "snooze", NOON)).reason()).isEqualTo(Reason.BAD_END);
    assertThat(judge("one", wish("Ana", "mitigate", null, null, "a\u0007")).reason())
        .isEqualTo(Reason.BAD_WHY);
    assertThat(judge("one", wish("Ana", "mitigate", null)).reason()).isEqualTo(Reason.ACCEPTED);
  }

  @Test
  void refusesWhatIsOverOrUnknown() {
    assertThat(judge("over", wish("Ana", "mitigate", null)).reason())
        .isEqualTo(Reason.ALREADY_RESOLVED);
    assertThat(judge("nowhere", wish("Ana", "mitigate", null)).reason())
        .isEqualTo(Reason.UNKNOWN_INCIDENT);
  }

  @Test
  void mergesOnlyIntoAnotherThatIsGoingOn() {
    assertThat(merge("other")).isEqualTo(Reason.ACCEPTED);
    assertThat(merge("one")).isEqualTo(Reason.UNKNOWN_LEADER);
    assertThat(merge("over")).isEqualTo(Reason.UNKNOWN_LEADER);
    assertThat(merge(null)).isEqualTo(Reason.UNKNOWN_LEADER);
  }

  private static Reason merge(@Nullable String into) {
    return judge("one", wish("Ana", "merge", null, into, null)).reason();
  }

  private static ActionVerdict judge(String id, ActionWish wish) {
    return ActionVerdict.ofIncident(HAPPENINGS, id, wish, NOON);
  }

  private static ActionWish wish(String by, String action, @Nullable Instant until) {
    return wish(by, action, until, null, null);
  }

  private static ActionWish wish(
      String by,
      String action,
      @Nullable Instant until,
      @Nullable String into,
      @Nullable String why) {
    return new ActionWish(by, action, until, null, into, why);
  }

  private static IncidentCard card(String id) {
    return new IncidentCard(incident(id, CRITICAL, OPEN, NOON), null, List.of(), null);
  }
}
