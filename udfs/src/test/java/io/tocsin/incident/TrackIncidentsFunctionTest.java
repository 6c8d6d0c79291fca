package io.tocsin.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.mention.Drill;
import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.testing.KeyedState;
import io.tocsin.testing.Samples;
import io.tocsin.window.BrandTree;
import io.tocsin.window.Watch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackIncidentsFunctionTest {
  private static final long STAND_DOWN = 60_000;
  private static final long REOPEN = 30_000;
  private static final String ID = "acme-1970-01-01T00:00:10Z";
  private static final Watch BRAND = Watch.ofBrand("acme");

  private KeyedBroadcastOperatorTestHarness<String, BrandNews, IncidentPlan, Incident> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
  }

  private static KeyedBroadcastOperatorTestHarness<String, BrandNews, IncidentPlan, Incident>
      harness() throws Exception {
    return new KeyedBroadcastOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(
            new TrackIncidentsFunction(plan("v1", 30, "acme")),
            List.of(TrackIncidentsFunction.PLAN)),
        BrandNews::bookKey,
        Types.STRING,
        1,
        1,
        0);
  }

  private static IncidentPlan plan(String version, double criticalScore, String... brands) {
    return plan(version, criticalScore, new LifePolicy(REOPEN, 0, 0, List.of()), brands);
  }

  private static IncidentPlan plan(
      String version, double criticalScore, LifePolicy life, String... brands) {
    IncidentPolicy policy =
        new IncidentPolicy(
            new SeverityPolicy(criticalScore, 5_000_000, STAND_DOWN, 10, 100),
            BrandTree.NONE,
            life);
    return new IncidentPlan(
        version,
        Stream.of(brands).collect(Collectors.toMap(brand -> brand, brand -> policy)),
        Map.of());
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void takesAnAcknowledgementInItsPlaceInTimeWhicheverInputCameFirst() throws Exception {
    String id = "acme-1970-01-01T00:00:10Z";
    ack(id, 25_000);
    spike(SpikePhase.RAISED, 10_000, 12);
    spike(SpikePhase.ONGOING, 20_000, 12);
    spike(SpikePhase.ONGOING, 40_000, 12);
    watermark(60_000);

    assertThat(harness.extractOutputValues())
        .extracting(Incident::change)
        .containsExactly(
            IncidentChange.OPENED,
            IncidentChange.UPDATED,
            IncidentChange.ACKNOWLEDGED,
            IncidentChange.UPDATED);
  }

  @Test
  void takesAnAcknowledgementAtOnceThatIsStampedInThePast() throws Exception {
    spike(SpikePhase.RAISED, 10_000, 12);
    watermark(30_000);
    ack("acme-1970-01-01T00:00:10Z", 0);

    assertThat(harness.extractOutputValues())
        .extracting(Incident::state)
        .containsExactly(IncidentState.OPEN, IncidentState.ACKNOWLEDGED);
  }

  @Test
  void leavesNothingBehindAfterAnIncident() throws Exception {
    spike(SpikePhase.RAISED, 10_000, 12);
    spike(SpikePhase.ENDED, 50_000, 1);
    watermark(50_000);
    assertThat(KeyedState.entriesOf(harness)).isPositive();
    watermark(50_000 + STAND_DOWN);

    assertThat(harness.extractOutputValues())
        .extracting(Incident::state)
        .containsExactly(IncidentState.OPEN, IncidentState.STANDING_DOWN, IncidentState.RESOLVED);
    assertThat(KeyedState.entriesOf(harness)).as("it may be reopened").isPositive();
    watermark(50_000 + STAND_DOWN + REOPEN);
    assertThat(KeyedState.entriesOf(harness)).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void keepsADrillApartFromARealIncidentOfTheSameBrand() throws Exception {
    Drill drill = new Drill("drill-1", false, Instant.ofEpochMilli(90_000));
    spike(SpikePhase.RAISED, 10_000, 12);
    spike(BRAND.in(drill), SpikePhase.RAISED, 20_000, 40);
    watermark(30_000);
    ack("acme~drill-1~1970-01-01T00:00:20Z", 0);

    assertThat(harness.extractOutputValues())
        .extracting(incident -> incident.id() + " " + incident.severity() + " " + incident.state())
        .containsExactly(
            "acme-1970-01-01T00:00:10Z WARNING OPEN",
            "acme~drill-1~1970-01-01T00:00:20Z CRITICAL OPEN",
            "acme~drill-1~1970-01-01T00:00:20Z CRITICAL ACKNOWLEDGED");
    assertThat(harness.extractOutputValues())
        .extracting(Incident::drill)
        .containsExactly(null, drill, drill);
  }

  @Test
  void leavesNothingOfADrillBehind() throws Exception {
    Watch drilled = BRAND.in(new Drill("drill-1", false, Instant.ofEpochMilli(90_000)));
    spike(drilled, SpikePhase.RAISED, 10_000, 40);
    spike(drilled, SpikePhase.ENDED, 50_000, 1);
    watermark(50_000 + STAND_DOWN);

    assertThat(harness.extractOutputValues())
        .extracting(Incident::state)
        .containsExactly(IncidentState.OPEN, IncidentState.STANDING_DOWN, IncidentState.RESOLVED);
    watermark(50_000 + STAND_DOWN + REOPEN);
    assertThat(KeyedState.entriesOf(harness)).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void wakesByItselfFromASnooze() throws Exception {
    spike(SpikePhase.RAISED, 10_000, 12);
    watermark(20_000);
    act(AckAction.SNOOZE, ID, 90_000);
    watermark(89_998);
    assertThat(changes()).containsExactly(IncidentChange.OPENED, IncidentChange.SNOOZED);
    watermark(89_999);

    assertThat(changes())
        .containsExactly(
            IncidentChange.OPENED, IncidentChange.SNOOZED, IncidentChange.SNOOZE_ENDED);
  }

  @Test
  void keepsASilenceWithoutAnIncidentAndForgetsItWhenItEnds() throws Exception {
    watermark(20_000);
    act(AckAction.SILENCE, "acme", 90_000);
    assertThat(KeyedState.entriesOf(harness)).isPositive();
    spike(SpikePhase.RAISED, 30_000, 12);
    watermark(30_000);
    assertThat(harness.extractOutputValues().get(0).handling().silencedUntil())
        .isEqualTo(Instant.ofEpochMilli(90_000));
    spike(SpikePhase.ENDED, 40_000, 1);
    watermark(40_000 + STAND_DOWN + REOPEN);

    assertThat(KeyedState.entriesOf(harness)).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void answersEveryActionAndTakesNoneTwice() throws Exception {
    spike(SpikePhase.RAISED, 10_000, 12);
    watermark(20_000);
    act(AckAction.MITIGATE, ID, 0);
    act(AckAction.MITIGATE, ID, 0);
    act(AckAction.SNOOZE, ID, 15_000);
    harness.processElement(BrandNews.of(new Ack("zeta/1", "zeta", "ada", Instant.EPOCH)), 5);

    assertThat(harness.getSideOutput(TrackIncidentsFunction.RECEIPTS))
        .extracting(record -> record.getValue().answer())
        .containsExactly(
            AckAnswer.TAKEN, AckAnswer.REPEATED, AckAnswer.END_PASSED, AckAnswer.UNKNOWN_BRAND);
    assertThat(changes()).containsExactly(IncidentChange.OPENED, IncidentChange.MITIGATING);
  }

  private void act(AckAction action, String id, long untilMillis) throws Exception {
    Instant until = untilMillis == 0 ? null : Instant.ofEpochMilli(untilMillis);
    Ack ack = new Ack(id, "acme", "ada", Instant.EPOCH, action, until, null, null, null);
    harness.processElement(BrandNews.of(ack), 0);
  }

  private List<IncidentChange> changes() {
    return harness.extractOutputValues().stream().map(Incident::change).toList();
  }

  @Test
  void tellsNothingOfABrandThatNobodyWatches() throws Exception {
    harness.processElement(BrandNews.of(new Ack("zeta/1", "zeta", "ada", Instant.EPOCH)), 5);
    watermark(10);

    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(KeyedState.entriesOf(harness)).isZero();
  }

  @Test
  void aBrandThatLeavesThePlanEndsItsIncidentAndSaysWhy() throws Exception {
    spike(SpikePhase.RAISED, 10_000, 12);
    spike(SpikePhase.ONGOING, 40_000, 12);
    watermark(20_000);
    hear(plan("v2", 30, "zeta"));
    watermark(100_000);

    assertThat(harness.extractOutputValues())
        .extracting(Incident::change)
        .containsExactly(IncidentChange.OPENED, IncidentChange.RESOLVED);
    Incident over = harness.extractOutputValues().get(1);
    assertThat(over.planVersion()).isEqualTo("v2");
    assertThat(over.at()).isEqualTo(Instant.ofEpochMilli(20_001));
    assertThat(over.reason())
        .isEqualTo("The crisis plan v2 no longer has acme: nobody watches it now.");
    assertThat(KeyedState.entriesOf(harness)).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void aBrandThatThePlanChangesKeepsItsIncidentUnderTheNewMarks() throws Exception {
    spike(SpikePhase.RAISED, 10_000, 12);
    watermark(20_000);
    hear(plan("v2", 11, "acme", "zeta"));
    spike(SpikePhase.ONGOING, 40_000, 12);
    watermark(40_000);

    assertThat(harness.extractOutputValues())
        .extracting(Incident::id)
        .containsOnly("acme-1970-01-01T00:00:10Z");
    assertThat(harness.extractOutputValues())
        .extracting(Incident::severity)
        .containsExactly(Severity.WARNING, Severity.CRITICAL, Severity.CRITICAL);
    assertThat(harness.extractOutputValues())
        .extracting(Incident::change)
        .containsExactly(IncidentChange.OPENED, IncidentChange.ESCALATED, IncidentChange.UPDATED);
    assertThat(harness.extractOutputValues())
        .extracting(Incident::planVersion)
        .containsExactly("v1", "v2", "v2");
  }

  @Test
  void aPlanThatOnlyRecordsTheBrandHoldsPagesBackAtOnce() throws Exception {
    spike(SpikePhase.RAISED, 10_000, 12);
    watermark(20_000);
    LifePolicy life = new LifePolicy(REOPEN, 0, 0, List.of(new RecordOnly("sale", 0, 90_000)));
    hear(plan("v2", 30, life, "acme"));

    assertThat(changes()).containsExactly(IncidentChange.OPENED, IncidentChange.SILENCED);
    Incident silenced = harness.extractOutputValues().get(1);
    assertThat(silenced.planVersion()).isEqualTo("v2");
    assertThat(silenced.handling().silencedUntil()).isEqualTo(Instant.ofEpochMilli(90_000));
  }

  @Test
  void tracksABrandThatThePlanNewlyHas() throws Exception {
    hear(plan("v2", 30, "acme", "zeta"));
    harness.processElement(
        BrandNews.of(
            Samples.spike(
                Watch.ofBrand("zeta"),
                Signal.NEGATIVITY,
                SpikePhase.RAISED,
                Instant.ofEpochMilli(10_000),
                12)),
        9_999);
    watermark(10_000);

    assertThat(harness.extractOutputValues()).extracting(Incident::brand).containsExactly("zeta");
  }

  @Test
  void forgetsWhatIsToldOfABrandThatNoPlanHas() throws Exception {
    hear(plan("v2", 30, "zeta"));
    spike(SpikePhase.RAISED, 10_000, 12);
    watermark(10_000);

    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(KeyedState.entriesOf(harness)).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void goesOnWithThePlanInForceAfterARestore() throws Exception {
    spike(SpikePhase.RAISED, 10_000, 12);
    watermark(20_000);
    hear(plan("v2", 11, "acme"));
    var state = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(state);
    harness.open();
    spike(SpikePhase.ONGOING, 40_000, 12);
    watermark(40_000);

    assertThat(harness.extractOutputValues())
        .extracting(incident -> incident.planVersion() + " " + incident.severity())
        .containsExactly("v2 CRITICAL");
  }

  private void hear(IncidentPlan plan) throws Exception {
    harness.processBroadcastElement(plan, 0);
  }

  private void spike(SpikePhase phase, long at, double score) throws Exception {
    spike(BRAND, phase, at, score);
  }

  private void spike(Watch watch, SpikePhase phase, long at, double score) throws Exception {
    Spike spike = Samples.spike(watch, Signal.NEGATIVITY, phase, Instant.ofEpochMilli(at), score);
    harness.processElement(BrandNews.of(spike), at - 1);
  }

  private void ack(String incident, long at) throws Exception {
    Ack ack = new Ack(incident, "acme", "ada", Instant.ofEpochMilli(at));
    harness.processElement(BrandNews.of(ack), at);
  }

  private void watermark(long at) throws Exception {
    harness.processBroadcastWatermark(at);
    harness.processWatermark(at);
  }
}
