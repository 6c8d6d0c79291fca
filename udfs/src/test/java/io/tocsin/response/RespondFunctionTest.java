package io.tocsin.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentBookKey;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.LifePolicy;
import io.tocsin.incident.Severity;
import io.tocsin.incident.SeverityPolicy;
import io.tocsin.mention.BrandTerms;
import io.tocsin.mention.Drill;
import io.tocsin.response.live.LivePlans;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.scoring.intent.IntentWords;
import io.tocsin.testing.KeyedState;
import io.tocsin.testing.Samples;
import io.tocsin.window.BrandTree;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.Test;

class RespondFunctionTest {
  /** When the second tier is paged. */
  private static final long SECOND_MILLIS = 600_000;

  private static final CrisisPlan PLAN =
      new CrisisPlan(
          "v1",
          List.of(
              new BrandPlan(
                  new BrandTerms(
                      "acme", List.of("acme"), List.of(), List.of(), List.of(), List.of()),
                  "Acme",
                  BrandTree.NONE,
                  List.of(
                      PagingRule.atOnce(
                          new Contact(PageTarget.of("duty", Transport.CONSOLE, null), null),
                          Severity.WARNING),
                      new PagingRule(
                          new Contact(PageTarget.of("second", Transport.CONSOLE, null), null),
                          Severity.WARNING,
                          SECOND_MILLIS,
                          0,
                          1)),
                  List.of(new QueueRedirect("care", "backup", Severity.WARNING)),
                  new SeverityPolicy(30, 5_000_000, 120_000, 10, 100),
                  "",
                  IntentWords.none("acme"),
                  List.of(),
                  BrandCare.NONE)),
          null,
          List.of(PageTarget.of("rehearsal", Transport.CONSOLE, null)));

  @Test
  void pagesNobodyAgainAfterARestoreAndForgetsWhenItIsOver() throws Exception {
    var first = harness();
    first.open();
    first.processElement(incident(IncidentChange.OPENED, IncidentState.OPEN), 0);
    assertThat(first.extractOutputValues()).hasSize(1);
    var snapshot = first.snapshot(1, 1);
    first.close();

    var restored = harness();
    restored.initializeState(snapshot);
    restored.open();
    restored.processElement(incident(IncidentChange.OPENED, IncidentState.OPEN), 1);
    assertThat(restored.extractOutputValues()).isEmpty();

    restored.processElement(incident(IncidentChange.RESOLVED, IncidentState.RESOLVED), 2);
    assertThat(restored.extractOutputValues())
        .extracting(Page::action)
        .containsExactly(PageAction.RESOLVE);
    watermark(restored, LifePolicy.STANDARD.reopenMillis() - 1);
    assertThat(KeyedState.entriesOf(restored)).as("it may be reopened").isPositive();
    watermark(restored, LifePolicy.STANDARD.reopenMillis());
    assertThat(KeyedState.entriesOf(restored)).isZero();
    restored.close();
  }

  @Test
  void climbsTheLadderAfterARestoreAndLeavesNoTimerBehind() throws Exception {
    var first = harness();
    first.open();
    first.processElement(incident(IncidentChange.OPENED, IncidentState.OPEN), 0);
    assertThat(names(first)).containsExactly("duty");
    var snapshot = first.snapshot(1, 1);
    first.close();

    var restored = harness();
    restored.initializeState(snapshot);
    restored.open();
    watermark(restored, SECOND_MILLIS - 1);
    assertThat(names(restored)).isEmpty();
    watermark(restored, SECOND_MILLIS);
    assertThat(names(restored)).containsExactly("second");

    restored.processElement(
        incident(IncidentChange.RESOLVED, IncidentState.RESOLVED), SECOND_MILLIS + 1);
    watermark(restored, SECOND_MILLIS + LifePolicy.STANDARD.reopenMillis());
    assertThat(restored.numEventTimeTimers()).isZero();
    assertThat(KeyedState.entriesOf(restored)).isZero();
    restored.close();
  }

  @Test
  void pagesTheSecondTierNeverWhenSomebodyAcknowledges() throws Exception {
    var harness = harness();
    harness.open();
    harness.processElement(incident(IncidentChange.OPENED, IncidentState.OPEN), 0);
    harness.processElement(incident(IncidentChange.ACKNOWLEDGED, IncidentState.ACKNOWLEDGED), 1);

    watermark(harness, 10 * SECOND_MILLIS);

    assertThat(names(harness)).containsExactly("duty");
    assertThat(harness.numEventTimeTimers()).isZero();
    harness.close();
  }

  @Test
  void sendsADrillsPagesToItsReceiversAndSaysWhomItMeant() throws Exception {
    var harness = harness();
    harness.open();
    harness.processElement(drilled(false), 0);
    watermark(harness, SECOND_MILLIS);

    assertThat(names(harness)).containsExactly("rehearsal", "rehearsal");
    assertThat(harness.extractOutputValues())
        .allSatisfy(RespondFunctionTest::bearsTheMark)
        .extracting(Page::dedupKey)
        .containsExactly(
            "acme~drill-1~1/warning/duty/rehearsal", "acme~drill-1~1/warning/second/rehearsal");
    assertThat(harness.extractOutputValues().get(1).body()).contains("It would have paged second.");
    harness.close();
  }

  @Test
  void aPlanPagesItsOwnPeopleAndNobodyAgain() throws Exception {
    var harness = harness();
    harness.open();
    harness.processElement(incident(IncidentChange.OPENED, IncidentState.OPEN), 0);
    harness.processBroadcastElement(LivePlans.notice("v2", "duty", "acme"), 0);
    watermark(harness, 10_000);
    harness.processBroadcastElement(LivePlans.notice("v3", "stand-in", "acme"), 0);
    watermark(harness, 20_000);
    watermark(harness, 10 * SECOND_MILLIS);

    assertThat(harness.extractOutputValues())
        .extracting(page -> page.planVersion() + " " + page.dedupKey())
        .containsExactly("v1 acme/1/warning/duty", "v3 acme/1/warning/stand-in");
    harness.close();
  }

  @Test
  void sendsADrillsPagesToRealPeopleOnlyWhereItIsToldTo() throws Exception {
    var harness = harness();
    harness.open();
    harness.processElement(drilled(true), 0);

    assertThat(names(harness)).containsExactly("duty");
    assertThat(harness.extractOutputValues()).allSatisfy(RespondFunctionTest::bearsTheMark);
    harness.close();
  }

  @Test
  void tellsWhoWasPagedWhenTheBrandHasLeftThePlan() throws Exception {
    var harness = harness();
    harness.open();
    harness.processElement(incident(IncidentChange.OPENED, IncidentState.OPEN), 0);
    harness.processBroadcastElement(LivePlans.notice("v2", "duty", "zeta"), 0);
    watermark(harness, 2 * SECOND_MILLIS);
    harness.processElement(
        incident(IncidentChange.RESOLVED, IncidentState.RESOLVED), 2 * SECOND_MILLIS);

    assertThat(harness.extractOutputValues())
        .extracting(page -> page.planVersion() + " " + page.action() + " " + page.target().name())
        .containsExactly("v1 TRIGGER duty", "v2 RESOLVE duty");
    assertThat(KeyedState.entriesOf(harness)).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
    harness.close();
  }

  @Test
  void pagesNobodyAboutABrandThatItsPlanDoesNotKnowYet() throws Exception {
    var harness = harness();
    harness.open();
    Incident zeta =
        Samples.incident(
            "zeta", Severity.WARNING, IncidentChange.OPENED, IncidentState.OPEN, Instant.EPOCH);
    harness.processElement(zeta, 0);
    assertThat(harness.extractOutputValues()).isEmpty();

    harness.processBroadcastElement(LivePlans.notice("v2", "duty", "acme", "zeta"), 0);
    watermark(harness, 10_000);

    assertThat(names(harness)).as("as soon as it does").containsExactly("duty");
    harness.close();
  }

  @Test
  void goesOnWithThePlanInForceAfterARestore() throws Exception {
    var first = harness();
    first.open();
    first.processBroadcastElement(LivePlans.notice("v2", "stand-in", "acme"), 0);
    var snapshot = first.snapshot(1, 1);
    first.close();

    var restored = harness();
    restored.initializeState(snapshot);
    restored.open();
    restored.processElement(incident(IncidentChange.OPENED, IncidentState.OPEN), 1);

    assertThat(restored.extractOutputValues())
        .extracting(page -> page.planVersion() + " " + page.target().name())
        .containsExactly("v2 stand-in");
    restored.close();
  }

  @Test
  void aRealIncidentIsPagedAsEverDuringADrill() throws Exception {
    var harness = harness();
    harness.open();
    harness.processElement(drilled(false), 0);
    harness.processElement(incident(IncidentChange.OPENED, IncidentState.OPEN), 0);

    assertThat(names(harness)).containsExactly("rehearsal", "duty");
    assertThat(harness.extractOutputValues().get(1).title()).doesNotContain("DRILL");
    assertThat(harness.extractOutputValues().get(1).drill()).isNull();
    harness.close();
  }

  private static void bearsTheMark(Page page) {
    assertThat(page.drill()).isNotNull();
    assertThat(page.title()).startsWith("DRILL: ");
    assertThat(page.body()).startsWith("DRILL: ");
    assertThat(page.decision()).startsWith("DRILL: ");
  }

  private static Incident drilled(boolean toRealPeople) {
    return Samples.incident(
        "acme",
        Severity.WARNING,
        IncidentChange.OPENED,
        IncidentState.OPEN,
        Instant.EPOCH,
        new Drill("drill-1", toRealPeople, Instant.EPOCH));
  }

  private static List<String> names(
      KeyedBroadcastOperatorTestHarness<String, Incident, PlanNotice, Page> harness) {
    return harness.extractOutputValues().stream().map(page -> page.target().name()).toList();
  }

  private static void watermark(
      KeyedBroadcastOperatorTestHarness<String, Incident, PlanNotice, Page> harness, long at)
      throws Exception {
    harness.processBroadcastWatermark(at);
    harness.processWatermark(at);
  }

  private static KeyedBroadcastOperatorTestHarness<String, Incident, PlanNotice, Page> harness()
      throws Exception {
    return new KeyedBroadcastOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(
            new RespondFunction(PLAN), List.of(RespondFunction.PLAN)),
        incident -> IncidentBookKey.of(incident.brand(), incident.drill()),
        Types.STRING,
        1,
        1,
        0);
  }

  private static Incident incident(IncidentChange change, IncidentState state) {
    return Samples.incident("acme", Severity.WARNING, change, state, Instant.EPOCH);
  }
}
