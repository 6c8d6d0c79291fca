package io.tocsin.deploy.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.demo.Chronicle.Step;
import io.tocsin.deploy.drill.DrillAdvice.Reason;
import io.tocsin.incident.Severity;
import io.tocsin.mention.Drill;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.PageReceipt;
import io.tocsin.response.PageTarget;
import io.tocsin.response.Transport;
import io.tocsin.response.plan.CrisisPlanParser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrillAdviceTest {
  /** A Sunday at three in the morning in Madrid. */
  private static final Instant NIGHT = Instant.parse("2026-11-29T02:00:00Z");

  private static final Instant NOON = Instant.parse("2026-11-30T11:00:00Z");
  private static final CrisisPlan PLAN =
      Objects.requireNonNull(
          CrisisPlanParser.read(
                  """
                  people:
                    - {person: ana, transport: console, quiet: {zone: Europe/Madrid, from: "22:00", until: "07:00"}}
                    - {person: ben, transport: console}
                  rotas:
                    - rota: day-shift
                      zone: Europe/Madrid
                      layers:
                        - people: [ben]
                          from: "2026-01-05T09:00"
                          turn: 7d
                          hours: [{days: [monday, tuesday, wednesday, thursday, friday], from: "08:00", until: "20:00"}]
                  lastResort: {target: night-desk, transport: console}
                  brands:
                    - brand: acme
                      match: {hashtags: [acme]}
                      page:
                        - {person: ana, from: warning}
                        - {rota: day-shift, from: warning, after: 10m}
                      redirect:
                        - {queue: care, to: backup, from: critical}
                    - brand: bare
                      match: {hashtags: [bare]}
                      page:
                        - {target: duty, transport: console, from: critical}
                  """,
                  "plan.yaml")
              .plan());

  private static final Map<Step, Duration> WELL =
      Map.of(
          Step.PAGE,
          Duration.ofSeconds(25),
          Step.ACKNOWLEDGED,
          Duration.ofSeconds(90),
          Step.REDIRECT,
          Duration.ofSeconds(25));

  @Test
  void saysNothingOfAPlanThatDidWell() {
    assertThat(reasons("acme", facts(DrillScenario.OUTAGE, Severity.CRITICAL, NOON, WELL)))
        .isEmpty();
  }

  @Test
  void namesTheRotaThatHasNobodyAndWhomQuietHoursLetSleep() {
    List<DrillAdvice> advice =
        advice("acme", facts(DrillScenario.OUTAGE, Severity.WARNING, NIGHT, WELL));

    assertThat(advice)
        .extracting(DrillAdvice::reason)
        .containsExactly(Reason.HELD_BACK_BY_QUIET_HOURS, Reason.NOBODY_ON_CALL);
    assertThat(advice.get(0).words()).contains("ana").contains("2026-11-29T06:00:00Z");
    assertThat(advice.get(1).words())
        .contains("day-shift")
        .contains("2026-11-29T02:10:00Z")
        .contains("night-desk, the last resort");
  }

  @Test
  void missesAPageAnAcknowledgementAndAnOverflow() {
    Map<Step, Duration> late = Map.of(Step.PAGE, Duration.ofSeconds(61));

    assertThat(reasons("acme", facts(DrillScenario.OUTAGE, Severity.WARNING, NOON, late)))
        .containsExactly(Reason.PAGED_LATE, Reason.NOT_ACKNOWLEDGED, Reason.NO_OVERFLOW);
    assertThat(reasons("bare", facts(DrillScenario.OUTAGE, Severity.CRITICAL, NOON, late)))
        .containsExactly(
            Reason.PAGED_LATE, Reason.NOT_ACKNOWLEDGED, Reason.NO_SECOND_TIER, Reason.NO_OVERFLOW);
    assertThat(reasons("bare", unpaged(DrillScenario.OUTAGE, Severity.WARNING, NOON)))
        .containsExactly(Reason.NO_RULE, Reason.NO_OVERFLOW);
  }

  @Test
  void tellsWhyACrisisWasNone() {
    assertThat(reasons("acme", unpaged(DrillScenario.SLOW_BURN, null, null)))
        .containsExactly(Reason.NOT_SEEN);
    assertThat(reasons("acme", unpaged(DrillScenario.SLOW_BURN, Severity.NOTICE, null)))
        .containsExactly(Reason.NO_CRISIS);
  }

  @Test
  void aJoyPassesWhereNobodyIsPagedAndFailsOtherwise() {
    DrillFacts quiet = unpaged(DrillScenario.VIRAL_JOY, Severity.NOTICE, null);
    DrillFacts loud = facts(DrillScenario.VIRAL_JOY, Severity.WARNING, NOON, WELL);

    assertThat(quiet.isPassed()).isTrue();
    assertThat(reasons("acme", quiet)).isEmpty();
    assertThat(loud.isPassed()).isFalse();
    assertThat(reasons("acme", loud)).containsExactly(Reason.PAGED_FOR_NOTHING);
  }

  @Test
  void namesAPageThatReachedNobody() {
    DrillFacts facts =
        new DrillFacts(
            DrillScenario.OUTAGE,
            Severity.CRITICAL,
            NOON,
            WELL,
            List.of(page()),
            List.of(
                new PageReceipt(
                    "key",
                    PageAction.TRIGGER,
                    "acme~drill-1~1",
                    "acme",
                    "drill-desk",
                    PageOutcome.EXHAUSTED,
                    4,
                    "connection refused",
                    NOON,
                    NOON)),
            true);

    assertThat(advice("acme", facts))
        .extracting(DrillAdvice::words)
        .containsExactly("the page to drill-desk was not delivered: connection refused");
  }

  private static List<Reason> reasons(String brand, DrillFacts facts) {
    return advice(brand, facts).stream().map(DrillAdvice::reason).toList();
  }

  private static List<DrillAdvice> advice(String brand, DrillFacts facts) {
    var plan = PLAN.brands().stream().filter(known -> known.brand().equals(brand)).findFirst();
    return DrillAdvice.of(PLAN, plan.orElseThrow(), facts);
  }

  private static DrillFacts facts(
      DrillScenario scenario,
      @Nullable Severity worst,
      @Nullable Instant crisisAt,
      Map<Step, Duration> times) {
    return new DrillFacts(scenario, worst, crisisAt, times, List.of(page()), List.of(), true);
  }

  private static DrillFacts unpaged(
      DrillScenario scenario, @Nullable Severity worst, @Nullable Instant crisisAt) {
    return new DrillFacts(scenario, worst, crisisAt, Map.of(), List.of(), List.of(), true);
  }

  private static Page page() {
    return new Page(
        "key",
        PageAction.TRIGGER,
        PageTarget.of("drill-desk", Transport.CONSOLE, null),
        "acme~drill-1~1",
        "acme",
        Severity.WARNING,
        NOON,
        NOON,
        "DRILL: acme",
        "DRILL: body",
        List.of(),
        "v1",
        "DRILL: opened",
        new Drill("drill-1", false, NOON),
        null);
  }
}
