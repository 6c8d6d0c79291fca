package io.tocsin.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.mention.Drill;
import io.tocsin.mention.Mention;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageTarget;
import io.tocsin.response.Redirect;
import io.tocsin.response.RedirectReason;
import io.tocsin.response.Transport;
import io.tocsin.response.ValveState;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.spike.Signal;
import io.tocsin.spike.SpikePhase;
import io.tocsin.testing.Samples;
import io.tocsin.window.PartialPanes;
import io.tocsin.window.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A drill counts in its own families and in no other. */
class DrillKpisTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final Drill DRILL = new Drill("drill-7", false, AT);
  private static final Mention MENTION =
      Samples.madeUp(Samples.mention("1", "x", AT.toEpochMilli()), DRILL);
  private static final ScoredMention SCORED = Samples.scored(MENTION, 0.9f, "acme");

  @Test
  void itsMentionsCountOnceWhereTheyAreReadAndNeverAgain() {
    assertThat(KpiDeltas.ofRead(new ParsedRecord(MENTION, null)))
        .extracting(KpiDelta::metric)
        .containsExactly(KpiMetric.DRILL_MENTIONS_TOTAL);
    assertThat(KpiDeltas.ofAccepted(MENTION)).isEmpty();
    assertThat(KpiDeltas.ofUnmatched(MENTION)).isEmpty();
    assertThat(KpiDeltas.ofRepeated(MENTION)).isEmpty();
    assertThat(KpiDeltas.ofLate(SCORED)).isEmpty();
    PartialScorings scorings = new PartialScorings();
    scorings.add(SCORED);
    assertThat(scorings.size()).isZero();
  }

  @Test
  void itsPanesAndSpikesCountNowhere() {
    PartialPanes panes = new PartialPanes(1_000);
    panes.add(SCORED, AT.toEpochMilli());
    List<KpiDelta> deltas = new ArrayList<>();
    panes.flushBefore(Long.MAX_VALUE, pane -> deltas.addAll(KpiDeltas.ofPane(pane)));

    assertThat(deltas).isEmpty();
    Watch watch = Watch.ofBrand("acme").in(DRILL);
    assertThat(KpiDeltas.ofSpike(Samples.spike(watch, Signal.NEGATIVITY, SpikePhase.RAISED, AT, 9)))
        .isEmpty();
  }

  @Test
  void itsIncidentsPagesAndRedirectsCountApart() {
    assertThat(KpiDeltas.ofIncident(incident(IncidentChange.OPENED)))
        .extracting(KpiDelta::series)
        .containsExactly("drill_incidents_total{brand=\"acme\"}");
    assertThat(KpiDeltas.ofIncident(incident(IncidentChange.ACKNOWLEDGED))).isEmpty();
    assertThat(KpiDeltas.ofPage(page())).isEmpty();
    assertThat(
            KpiDeltas.ofRedirect(
                new Redirect(
                    "r",
                    ValveState.OPEN,
                    RedirectReason.SEVERITY,
                    "i",
                    "acme",
                    "a",
                    "b",
                    1,
                    null,
                    0,
                    null,
                    0,
                    0,
                    0,
                    null,
                    AT,
                    "v1",
                    "",
                    DRILL)))
        .isEmpty();
  }

  private static Incident incident(IncidentChange change) {
    return Samples.incident("acme", Severity.CRITICAL, change, IncidentState.OPEN, AT, DRILL);
  }

  private static Page page() {
    return new Page(
        "key",
        PageAction.TRIGGER,
        PageTarget.of("duty", Transport.CONSOLE, null),
        "i",
        "acme",
        Severity.CRITICAL,
        AT,
        AT,
        "title",
        "body",
        List.of(),
        "v1",
        "why",
        DRILL,
        null);
  }
}
