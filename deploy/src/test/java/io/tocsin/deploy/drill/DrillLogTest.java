package io.tocsin.deploy.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.demo.Chronicle.Step;
import io.tocsin.deploy.testing.SampleRedirects;
import io.tocsin.incident.Severity;
import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.mention.Drill;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageTarget;
import io.tocsin.response.Redirect;
import io.tocsin.response.Transport;
import io.tocsin.response.ValveState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrillLogTest {
  private static final Instant BEGINS = Instant.parse("2026-03-01T12:00:00Z");
  private static final Drill DRILL = new Drill("drill-1", false, BEGINS.plusSeconds(240));

  private final DrillLog log = new DrillLog("acme", DRILL, BEGINS);

  @Test
  void measuresItsOwnAndNothingElse() {
    log.record(page(null, 5));
    log.record(page(new Drill("drill-2", false, BEGINS), 6));
    log.record(page(DRILL, 25));
    log.record(redirect(25));

    DrillFacts facts = log.facts(DrillScenario.OUTAGE);
    assertThat(facts.calls()).hasSize(1);
    assertThat(facts.times())
        .containsOnly(
            Map.entry(Step.PAGE, Duration.ofSeconds(25)),
            Map.entry(Step.REDIRECT, Duration.ofSeconds(25)));
    assertThat(facts.isPassed()).isTrue();
  }

  @Test
  void isOverWithoutAnIncidentWhenTheJobsTimeHasPassedAllThatCouldBurn() {
    log.record(kpi(DRILL.endsAt().plus(DrillLog.FADING)));
    assertThat(log.isOver()).isFalse();

    log.record(kpi(DRILL.endsAt().plus(DrillLog.FADING).plusMillis(1)));
    assertThat(log.isOver()).isTrue();
  }

  private static Kpi kpi(Instant at) {
    return new Kpi("mentions_read_total", KpiMetric.MENTIONS_READ_TOTAL, Map.of(), 1, at);
  }

  private static Page page(@Nullable Drill drill, long seconds) {
    return new Page(
        "key",
        PageAction.TRIGGER,
        PageTarget.of("drill-desk", Transport.CONSOLE, null),
        "i",
        "acme",
        Severity.WARNING,
        BEGINS.plusSeconds(seconds),
        BEGINS,
        "title",
        "body",
        List.of(),
        "v1",
        "because",
        drill,
        null);
  }

  private static Redirect redirect(long seconds) {
    return SampleRedirects.of(
        "i/care", "acme", ValveState.OPEN, BEGINS.plusSeconds(seconds), DRILL);
  }
}
