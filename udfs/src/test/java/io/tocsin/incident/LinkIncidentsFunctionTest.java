package io.tocsin.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.testing.KeyedState;
import io.tocsin.testing.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.Test;

class LinkIncidentsFunctionTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void takesIncidentsOfAllBrandsInTheOrderOfTimeWhicheverCameFirst() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(BrandNews.of(incident("zeta", IncidentState.OPEN, 20)), 0);
      harness.processElement(BrandNews.of(incident("acme", IncidentState.OPEN, 10)), 0);
      assertThat(harness.extractOutputValues()).as("their time has not come").isEmpty();
      watermark(harness, 20);

      assertThat(harness.extractOutputValues())
          .extracting(Incident::brand)
          .containsExactly("acme", "zeta", "acme");
    }
  }

  @Test
  void doesNotHoldBackWhatIsOfTheSameMoment() throws Exception {
    try (var harness = harness()) {
      harness.open();
      watermark(harness, 9);
      harness.processElement(BrandNews.of(incident("acme", IncidentState.OPEN, 9)), 0);

      assertThat(harness.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void remembersWhatWasMergedOverARestoreAndForgetsItWhenAllIsOver() throws Exception {
    var first = harness();
    first.open();
    watermark(first, 5);
    first.processElement(BrandNews.of(incident("acme", IncidentState.OPEN, 5)), 0);
    first.processElement(BrandNews.of(incident("zeta", IncidentState.OPEN, 5)), 0);
    first.processElement(BrandNews.of(merge()), 0);
    first.processElement(BrandNews.of(merge()), 0);
    assertThat(first.getSideOutput(TrackIncidentsFunction.RECEIPTS))
        .extracting(record -> record.getValue().answer())
        .containsExactly(AckAnswer.TAKEN, AckAnswer.REPEATED);
    var snapshot = first.snapshot(1, 1);
    first.close();

    var restored = harness();
    restored.initializeState(snapshot);
    restored.open();
    watermark(restored, 6);
    restored.processElement(BrandNews.of(incident("zeta", IncidentState.OPEN, 6)), 0);
    assertThat(restored.extractOutputValues().get(0).handling().mergedInto()).isEqualTo("acme/1");
    restored.processElement(BrandNews.of(incident("acme", IncidentState.RESOLVED, 6)), 0);
    restored.processElement(BrandNews.of(incident("zeta", IncidentState.RESOLVED, 6)), 0);
    assertThat(KeyedState.entriesOf(restored)).isZero();
    assertThat(restored.numEventTimeTimers()).isZero();
    restored.close();
  }

  @Test
  void leavesWhatConcernsOneIncidentToOthers() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(BrandNews.of(new Ack("acme/1", "acme", "ada", NOON)), 0);
      watermark(harness, 100);

      assertThat(harness.getSideOutput(TrackIncidentsFunction.RECEIPTS)).isNullOrEmpty();
    }
  }

  @Test
  void tiesByThePlanInForceAlsoAfterARestore() throws Exception {
    var first = harness();
    first.open();
    first.processBroadcastElement(plan("v2", new BrandKin("Acme", "Railnet")), 0);
    var snapshot = first.snapshot(1, 1);
    first.close();

    var restored = harness();
    restored.initializeState(snapshot);
    restored.open();
    watermark(restored, 5);
    restored.processElement(BrandNews.of(incident("acme", IncidentState.OPEN, 5)), 0);
    restored.processElement(BrandNews.of(incident("zeta", IncidentState.OPEN, 5)), 0);
    assertThat(restored.extractOutputValues()).as("they share nothing any more").hasSize(2);
    restored.processBroadcastElement(plan("v3", new BrandKin("Acme", "Foodnet")), 0);
    restored.processElement(BrandNews.of(incident("acme", IncidentState.OPEN, 5)), 0);

    assertThat(restored.extractOutputValues())
        .extracting(Incident::change)
        .endsWith(IncidentChange.OPENED, IncidentChange.LINKED);
    restored.close();
  }

  private static Ack merge() {
    return new Ack(
        "zeta/1",
        "zeta",
        "ada",
        NOON.plusSeconds(6),
        AckAction.MERGE,
        null,
        null,
        "acme/1",
        "one supplier");
  }

  private static Incident incident(String brand, IncidentState state, long seconds) {
    IncidentChange change =
        state == IncidentState.OPEN ? IncidentChange.OPENED : IncidentChange.RESOLVED;
    return Samples.incident(brand, Severity.WARNING, change, state, NOON.plusSeconds(seconds));
  }

  private static void watermark(
      KeyedBroadcastOperatorTestHarness<String, BrandNews, IncidentPlan, Incident> harness,
      long seconds)
      throws Exception {
    long millis = NOON.plusSeconds(seconds).toEpochMilli();
    harness.processBroadcastWatermark(millis);
    harness.processWatermark(millis);
  }

  private static IncidentPlan plan(String version, BrandKin acme) {
    return new IncidentPlan(
        version, Map.of(), Map.of("acme", acme, "zeta", new BrandKin("Zeta", "Foodnet")));
  }

  private static KeyedBroadcastOperatorTestHarness<String, BrandNews, IncidentPlan, Incident>
      harness() throws Exception {
    return new KeyedBroadcastOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(
            new LinkIncidentsFunction(plan("v1", new BrandKin("Acme", "Foodnet"))),
            List.of(TrackIncidentsFunction.PLAN)),
        news -> LinkIncidentsFunction.ALL,
        Types.STRING,
        1,
        1,
        0);
  }
}
