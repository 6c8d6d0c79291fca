package io.tocsin.response.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.response.CrisisPlan;
import io.tocsin.response.plan.CrisisPlanParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanJudgeTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final CrisisPlan FIRST = LivePlans.read(LivePlans.notice("1", "duty", "acme"));

  @Test
  void acceptsAPlanAndSaysWhatIsInForce() {
    PlanJudge.Judgement judged =
        PlanJudge.judge(LivePlans.notice("2", "duty", "acme", "zeta"), FIRST, NOW);

    assertThat(judged.plan()).isNotNull();
    assertThat(judged.report().verdict()).isEqualTo(PlanVerdict.ACCEPTED);
    assertThat(judged.report().inForce()).isEqualTo("2");
    assertThat(judged.report().at()).isEqualTo(NOW);
  }

  @Test
  void refusesAPlanWithErrorsAndNamesTheirLines() {
    PlanNotice bad = new PlanNotice("2", "version: '2'\nbrands: []\n", NOW, "ada");

    PlanJudge.Judgement judged = PlanJudge.judge(bad, FIRST, NOW);

    assertThat(judged.plan()).isNull();
    assertThat(judged.report().verdict()).isEqualTo(PlanVerdict.REFUSED);
    assertThat(judged.report().inForce()).isEqualTo("1");
    assertThat(judged.report().problems()).anyMatch(line -> line.startsWith("plan:2:"));
  }

  @Test
  void refusesAnotherPlanUnderTheVersionInForce() {
    PlanJudge.Judgement judged =
        PlanJudge.judge(LivePlans.notice("1", "somebody-else", "acme"), FIRST, NOW);

    assertThat(judged.plan()).isNull();
    assertThat(judged.report().problems())
        .containsExactly(
            "version 1 is in force and says something else: give the new plan a version of its"
                + " own");
  }

  @Test
  void refusesAPlanThatIsNotTheVersionItWasPublishedAs() {
    PlanNotice wrong = new PlanNotice("3", LivePlans.text("2", "duty", "acme"), NOW, "ada");

    assertThat(PlanJudge.judge(wrong, FIRST, NOW).report().problems())
        .containsExactly("published as version 3, but says 2");
  }

  @Test
  void keepsReportsSmallHoweverManyErrorsThereAre() {
    String text = "version: '2'\nbrands:\n" + "  - {nonsense: 1}\n".repeat(500);

    assertThat(
            PlanJudge.judge(new PlanNotice("2", text, NOW, "ada"), FIRST, NOW).report().problems())
        .hasSize(20);
  }

  /** Whatever a plan may hold must be equal when it is read again, or it is refused as another. */
  @ParameterizedTest
  @ValueSource(strings = {"example.yaml", "demo.yaml"})
  void knowsThePlanInForceWhenItIsPublishedAgain(String file) throws IOException {
    Path path = Path.of("../deploy/plans", file);
    CrisisPlan inForce = CrisisPlanParser.read(path).plan();
    assertThat(inForce).isNotNull();
    PlanNotice again = new PlanNotice(inForce.version(), Files.readString(path), NOW, "ada");

    PlanReport report = PlanJudge.judge(again, inForce, NOW).report();

    assertThat(report.verdict()).as("%s", report).isEqualTo(PlanVerdict.UNCHANGED);
  }
}
