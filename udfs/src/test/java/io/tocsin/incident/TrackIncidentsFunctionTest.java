package io.tocsin.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.mention.Drill;
import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.testing.Samples;
import io.tocsin.window.BrandTree;
import io.tocsin.window.Watch;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackIncidentsFunctionTest {
  private static final long STAND_DOWN = 60_000;
  private static final Watch BRAND = Watch.ofBrand("acme");

  private KeyedTwoInputStreamOperatorTestHarness<String, Spike, Ack, Incident> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedCoProcessFunction(
            new TrackIncidentsFunction(
                Map.of(
                    "acme",
                    new IncidentPolicy(
                        new SeverityPolicy(30, 5_000_000, STAND_DOWN, 10, 100), BrandTree.NONE))),
            spike -> IncidentBookKey.of(spike.watch().brand(), spike.watch().drill()),
            IncidentBookKey::of,
            Types.STRING);
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
    assertThat(harness.numKeyedStateEntries()).isPositive();
    watermark(50_000 + STAND_DOWN);

    assertThat(harness.extractOutputValues())
        .extracting(Incident::state)
        .containsExactly(IncidentState.OPEN, IncidentState.STANDING_DOWN, IncidentState.RESOLVED);
    assertThat(harness.numKeyedStateEntries()).isZero();
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
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void ignoresAnAcknowledgementOfABrandThatNobodyWatches() throws Exception {
    harness.processElement2(new Ack("zeta/1", "zeta", "ada", Instant.EPOCH), 5);
    watermark(10);

    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  private void spike(SpikePhase phase, long at, double score) throws Exception {
    spike(BRAND, phase, at, score);
  }

  private void spike(Watch watch, SpikePhase phase, long at, double score) throws Exception {
    Spike spike = Samples.spike(watch, Signal.NEGATIVITY, phase, Instant.ofEpochMilli(at), score);
    harness.processElement1(spike, at - 1);
  }

  private void ack(String incident, long at) throws Exception {
    harness.processElement2(new Ack(incident, "acme", "ada", Instant.ofEpochMilli(at)), at);
  }

  private void watermark(long at) throws Exception {
    harness.processWatermark1(new Watermark(at));
    harness.processWatermark2(new Watermark(at));
  }
}
