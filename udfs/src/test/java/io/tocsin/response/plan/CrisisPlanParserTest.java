package io.tocsin.response.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Severity;
import io.tocsin.incident.SeverityPolicy;
import io.tocsin.mention.BrandTerms;
import io.tocsin.response.BrandCare;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.Contact;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.PageTarget;
import io.tocsin.response.PagingRule;
import io.tocsin.response.QueueRedirect;
import io.tocsin.response.Transport;
import io.tocsin.scoring.intent.IntentKind;
import io.tocsin.scoring.intent.IntentWords;
import io.tocsin.spike.DeclaredEvent;
import io.tocsin.window.BrandTree;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrisisPlanParserTest {
  private static final String SMALLEST = "brands: [{brand: nimbus, match: {hashtags: [nimbus]}}]";

  private static final DeclaredEvent ECLIPSE =
      event("Eclipse", "2026-08-12T17:00:00Z", "2026-08-12T19:00:00Z", 2.5);

  @Test
  void readsEveryFieldOfTheExample() {
    PlanReading reading = CrisisPlanParser.read(ExamplePlan.YAML, "plan.yaml");

    assertThat(reading.lines()).isEmpty();
    CrisisPlan plan = reading.plan();
    assertThat(plan).isNotNull();
    assertThat(plan.version()).isEqualTo("demo-1");
    assertThat(plan.brands()).hasSize(2).first().isEqualTo(nimbus());
  }

  @Test
  void fillsInWhatABrandLeavesOut() {
    PlanReading reading = CrisisPlanParser.read(ExamplePlan.YAML, "plan.yaml");

    assertThat(reading.plan()).isNotNull();
    assertThat(reading.plan().brands().get(1))
        .isEqualTo(
            new BrandPlan(
                new BrandTerms(
                    "orchard-bank",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of("orchard bank"),
                    List.of()),
                "orchard-bank",
                BrandTree.NONE,
                List.of(
                    PagingRule.atOnce(
                        new Contact(PageTarget.of("press-desk", Transport.CONSOLE, null), null),
                        Severity.CRITICAL)),
                List.of(),
                new SeverityPolicy(30, 5_000_000, 600_000, 10, Integer.MAX_VALUE),
                "",
                new IntentWords(
                    "orchard-bank",
                    List.of("fraud alert"),
                    Map.of(
                        IntentKind.COMPLAINT, List.of("card blocked"),
                        IntentKind.PURCHASE_BEFORE, List.of("open account"))),
                List.of(
                    event("Results", "2026-04-02T05:00:00Z", "2026-04-02T12:00:00Z", 10), ECLIPSE),
                BrandCare.NONE));
  }

  @Test
  void aBrandThatPagesNobodyIsAWarning() {
    PlanReading reading = CrisisPlanParser.read(SMALLEST, "plan.yaml");

    assertThat(reading.plan()).isNotNull();
    assertThat(reading.lines())
        .containsExactly(
            "plan.yaml:1:10: warning: brands[0].page: is missing: a crisis of this brand pages nobody");
  }

  @Test
  void namesAPlanWithoutAVersionByItsContent() {
    String version = versionOf(SMALLEST);

    assertThat(version).matches("sha256-[0-9a-f]{12}").isEqualTo(versionOf(SMALLEST));
    assertThat(versionOf(SMALLEST + "\n# reviewed")).isNotEqualTo(version);
  }

  @Test
  void followsAliases() {
    PlanReading reading =
        CrisisPlanParser.read(
            """
            brands:
              - brand: nimbus
                match: {hashtags: [nimbus]}
                page: &night [{target: duty-lead, transport: console, from: warning}]
              - brand: orchard
                match: {hashtags: [orchard]}
                page: *night
            """,
            "plan.yaml");

    assertThat(reading.lines()).isEmpty();
    assertThat(reading.plan()).isNotNull();
    assertThat(reading.plan().brands())
        .extracting(brand -> brand.paging().get(0).responder().name())
        .containsExactly("duty-lead", "duty-lead");
  }

  @Test
  void readsWhatAWindowsEditorWrites() {
    String yaml = "\uFEFF" + ExamplePlan.YAML.replace("\n", "\r\n");

    assertThat(CrisisPlanParser.read(yaml, "plan.yaml").lines()).isEmpty();
  }

  private static String versionOf(String yaml) {
    CrisisPlan plan = CrisisPlanParser.read(yaml, "plan.yaml").plan();
    assertThat(plan).isNotNull();
    return plan.version();
  }

  private static BrandPlan nimbus() {
    return new BrandPlan(
        new BrandTerms(
            "nimbus",
            List.of("nimbusmobile"),
            List.of("nimbus"),
            List.of("NMB"),
            List.of("nimbus mobile", "nimbus"),
            List.of("nimbus cloud")),
        "Nimbus Mobile",
        BrandTree.NONE,
        List.of(
            PagingRule.atOnce(
                new Contact(PageTarget.of("duty-lead", Transport.CONSOLE, null), null),
                Severity.WARNING),
            PagingRule.atOnce(
                new Contact(
                    PageTarget.of("backup-team", Transport.WEBHOOK, "http://127.0.0.1:8099/pages"),
                    null),
                Severity.CRITICAL)),
        List.of(
            new QueueRedirect("nimbus-care", "nimbus-backup", Severity.WARNING),
            new QueueRedirect("nimbus-backup", "all-hands", Severity.CRITICAL)),
        new SeverityPolicy(12.5, 2_000_000, 90_000, 10, Integer.MAX_VALUE),
        "Say that we know.\nDo not guess the cause.",
        IntentWords.none("nimbus"),
        List.of(event("Super Bowl", "2026-02-08T23:30:00Z", "2026-02-09T04:00:00Z", 20), ECLIPSE),
        BrandCare.NONE);
  }

  private static DeclaredEvent event(String name, String from, String until, double factor) {
    return new DeclaredEvent(
        name, Instant.parse(from).toEpochMilli(), Instant.parse(until).toEpochMilli(), factor);
  }
}
