package io.tocsin.response.overflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.mention.Drill;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.QueueRedirect;
import io.tocsin.response.Redirect;
import io.tocsin.response.RedirectReason;
import io.tocsin.response.live.LivePlans;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.testing.Samples;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BalanceQueuesFunctionTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final CrisisPlan PLAN =
      new CrisisPlan(
          "v1",
          List.of(
              Plans.plan(
                  List.of(Plans.queue("care", 1L)),
                  List.of(Plans.pool("backup", 5, 2)),
                  List.of(new QueueRedirect("care", "backup", Severity.WARNING)))),
          null,
          List.of());

  @Test
  void takesWhatIsToldInTheOrderOfItsTime() throws Exception {
    var harness = harness();
    harness.open();
    // The inputs come in any order; what was moved at 20 s waited in the queue before.
    assign(harness, "m1", "backup", 20);
    assign(harness, "m1", "care", 1);
    assign(harness, "m2", "care", 2);
    incident(harness, IncidentState.OPEN, 10);
    advance(harness, 9);
    assertThat(harness.extractOutputValues()).isEmpty();

    advance(harness, 30);
    assertThat(harness.extractOutputValues())
        .extracting(Redirect::reason, Redirect::at, Redirect::backlog)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                RedirectReason.BACKLOG, START.plusSeconds(10), 2L));
    incident(harness, IncidentState.RESOLVED, 40);
    advance(harness, 50);

    assertThat(last(harness).outstanding()).isEqualTo(1);
    harness.close();
  }

  @Test
  void goesOnAfterARestoreAndLeavesNothingBehind() throws Exception {
    var first = harness();
    first.open();
    assign(first, "m1", "care", 1);
    assign(first, "m2", "care", 1);
    incident(first, IncidentState.OPEN, 10);
    advance(first, 15);
    assign(first, "m2", "backup", 20);
    var snapshot = first.snapshot(1, 1);
    first.close();

    var restored = harness();
    restored.initializeState(snapshot);
    restored.open();
    advance(restored, 30);
    incident(restored, IncidentState.RESOLVED, 40);
    respond(restored, "m1", ResponseKind.REPLY, 50);
    respond(restored, "m2", ResponseKind.RESOLVE, 60);
    advance(restored, 70);

    assertThat(restored.extractOutputValues())
        .extracting(Redirect::reason)
        .containsExactly(RedirectReason.RESOLVED, RedirectReason.RETURNED);
    advance(restored, 4 * 3_600);
    assertThat(keyedStateEntries(restored)).isZero();
    assertThat(restored.numEventTimeTimers()).isZero();
    restored.close();
  }

  @Test
  void tellsHowLongTheOldestWaitsThoughNothingHappens() throws Exception {
    var harness = harness();
    harness.open();
    assign(harness, "m1", "care", 0);

    advance(harness, 61);

    var reports = harness.getSideOutput(BalanceQueuesFunction.REPORTS);
    assertThat(reports)
        .extracting(record -> record.getValue().at())
        .startsWith(START.plusSeconds(1), START.plusSeconds(10), START.plusSeconds(20))
        .hasSize(7);
    assertThat(reports)
        .allSatisfy(record -> assertThat(record.getValue().waitingSince()).isEqualTo(START));
    harness.close();
  }

  @Test
  void endsAtTheEndOfTimeThoughMentionsStillWait() throws Exception {
    var harness = harness();
    harness.open();
    assign(harness, "m1", "care", 0);
    incident(harness, IncidentState.OPEN, 10);

    watermark(harness, Long.MAX_VALUE);

    assertThat(harness.numEventTimeTimers()).isZero();
    harness.close();
  }

  @Test
  void turnsByThePlanThatIsInForceThenAndAfterARestore() throws Exception {
    var first = harness();
    first.open();
    first.processBroadcastElement(LivePlans.notice("v2", "duty", "acme"), 0);
    incident(first, IncidentState.OPEN, 10);
    advance(first, 20);
    assertThat(turned(first)).containsExactly("v2 acme-care OPEN");
    var snapshot = first.snapshot(1, 1);
    first.close();

    var restored = harness();
    restored.initializeState(snapshot);
    restored.open();
    incident(restored, IncidentState.RESOLVED, 30);
    advance(restored, 40);

    assertThat(turned(restored)).containsExactly("v2 acme-care CLOSED");
    restored.close();
  }

  @Test
  void opensNoValveTwiceWhenThePlanIsAnother() throws Exception {
    var harness = harness();
    harness.open();
    harness.processBroadcastElement(LivePlans.notice("v2", "duty", "acme"), 0);
    incident(harness, IncidentState.OPEN, 10);
    advance(harness, 20);
    harness.processBroadcastElement(LivePlans.notice("v3", "stand-in", "acme"), 0);
    incident(harness, IncidentState.OPEN, 30);
    advance(harness, 40);

    assertThat(turned(harness)).containsExactly("v2 acme-care OPEN");
    harness.close();
  }

  @Test
  void closesItsValvesAndForgetsItsQueuesWhenTheBrandHasLeftThePlan() throws Exception {
    var harness = harness();
    harness.open();
    assign(harness, "m1", "care", 1);
    assign(harness, "m2", "care", 1);
    incident(harness, IncidentState.OPEN, 10);
    advance(harness, 15);
    assign(harness, "m2", "backup", 20);
    advance(harness, 25);
    harness.processBroadcastElement(LivePlans.notice("v2", "duty", "zeta"), 0);
    incident(harness, IncidentState.RESOLVED, 30);
    advance(harness, 40);
    respond(harness, "m2", ResponseKind.REPLY, 50);
    advance(harness, 60);

    assertThat(harness.extractOutputValues())
        .extracting(redirect -> redirect.planVersion() + " " + redirect.reason())
        .containsExactly("v1 BACKLOG", "v2 RESOLVED", "v2 RETURNED");
    assign(harness, "m3", "care", 70);
    advance(harness, 80);
    assertThat(keyedStateEntries(harness)).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
    harness.close();
  }

  @Test
  void turnsNothingForABrandUntilThePlanHasIt() throws Exception {
    var harness = harness();
    harness.open();
    tell(harness, zeta(10), START.plusSeconds(10).toEpochMilli() - 1);
    advance(harness, 20);
    assertThat(harness.extractOutputValues()).isEmpty();

    harness.processBroadcastElement(LivePlans.notice("v2", "duty", "acme", "zeta"), 0);
    tell(harness, zeta(30), START.plusSeconds(30).toEpochMilli() - 1);
    advance(harness, 40);

    assertThat(turned(harness)).containsExactly("v2 zeta-care OPEN");
    harness.close();
  }

  @Test
  void keepsADrillApartFromWhatReallyWaits() throws Exception {
    var harness = harness();
    harness.open();
    assign(harness, "m1", "care", 1);
    assign(harness, "m2", "care", 2);
    Drill drill = new Drill("drill-1", false, START);
    Instant at = START.plusSeconds(10);
    tell(harness, incident("acme", IncidentState.OPEN, at, drill), at.toEpochMilli() - 1);
    advance(harness, 20);

    assertThat(harness.extractOutputValues())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.drill()).isEqualTo(drill);
              assertThat(told.backlog()).isZero();
              assertThat(told.decision()).startsWith("DRILL, nothing is moved: ");
            });
    harness.close();
  }

  private static QueueNews zeta(long second) {
    return incident("zeta", IncidentState.OPEN, START.plusSeconds(second), null);
  }

  private static List<String> turned(
      KeyedBroadcastOperatorTestHarness<String, QueueNews, PlanNotice, Redirect> harness) {
    return harness.extractOutputValues().stream()
        .map(told -> told.planVersion() + " " + told.fromQueue() + " " + told.state())
        .toList();
  }

  private static KeyedBroadcastOperatorTestHarness<String, QueueNews, PlanNotice, Redirect>
      harness() throws Exception {
    return new KeyedBroadcastOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(
            new BalanceQueuesFunction(PLAN), List.of(BalanceQueuesFunction.PLAN)),
        QueueNews::bookKey,
        Types.STRING,
        1,
        1,
        0);
  }

  private static int keyedStateEntries(
      KeyedBroadcastOperatorTestHarness<String, QueueNews, PlanNotice, Redirect> harness) {
    var operator = (CoBroadcastWithKeyedOperator<?, ?, ?, ?>) harness.getTwoInputOperator();
    return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
  }

  private static void incident(
      KeyedBroadcastOperatorTestHarness<String, QueueNews, PlanNotice, Redirect> harness,
      IncidentState state,
      long second)
      throws Exception {
    Instant at = START.plusSeconds(second);
    tell(harness, incident("acme", state, at, null), at.toEpochMilli() - 1);
  }

  private static void assign(
      KeyedBroadcastOperatorTestHarness<String, QueueNews, PlanNotice, Redirect> harness,
      String mention,
      String queue,
      long second)
      throws Exception {
    Instant at = START.plusSeconds(second);
    tell(
        harness,
        QueueNews.of(new Assignment(mention, "acme", queue, null, null, START, at)),
        at.toEpochMilli());
  }

  private static void respond(
      KeyedBroadcastOperatorTestHarness<String, QueueNews, PlanNotice, Redirect> harness,
      String mention,
      ResponseKind kind,
      long second)
      throws Exception {
    Instant at = START.plusSeconds(second);
    tell(
        harness,
        QueueNews.of(new Response(mention, "acme", kind, "ben", null, at)),
        at.toEpochMilli());
  }

  private static void tell(
      KeyedBroadcastOperatorTestHarness<String, QueueNews, PlanNotice, Redirect> harness,
      QueueNews news,
      long stamp)
      throws Exception {
    harness.processElement(news, stamp);
  }

  private static void advance(
      KeyedBroadcastOperatorTestHarness<String, QueueNews, PlanNotice, Redirect> harness,
      long second)
      throws Exception {
    watermark(harness, START.plusSeconds(second).toEpochMilli());
  }

  private static void watermark(
      KeyedBroadcastOperatorTestHarness<String, QueueNews, PlanNotice, Redirect> harness, long at)
      throws Exception {
    harness.processBroadcastWatermark(at);
    harness.processWatermark(at);
  }

  private static QueueNews incident(
      String brand, IncidentState state, Instant at, @Nullable Drill drill) {
    return QueueNews.of(
        Samples.incident(brand, Severity.WARNING, IncidentChange.UPDATED, state, at, drill));
  }

  private static Redirect last(
      KeyedBroadcastOperatorTestHarness<String, QueueNews, PlanNotice, Redirect> harness) {
    List<Redirect> all = harness.extractOutputValues();
    return all.get(all.size() - 1);
  }
}
