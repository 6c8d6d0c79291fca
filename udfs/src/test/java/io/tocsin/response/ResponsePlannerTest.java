package io.tocsin.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.incident.Handling;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.LinkReason;
import io.tocsin.incident.LinkedIncident;
import io.tocsin.incident.Severity;
import io.tocsin.incident.SeverityPolicy;
import io.tocsin.mention.BrandTerms;
import io.tocsin.scoring.intent.IntentWords;
import io.tocsin.testing.Samples;
import io.tocsin.window.BrandTree;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponsePlannerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final ResponsePlanner planner = new ResponsePlanner(plan(Severity.WARNING), "v7", null);
  private final ResponseBook book = new ResponseBook();

  @Test
  void pagesNobodyAboutASurge() {
    assertThat(decide(Severity.NOTICE, IncidentChange.OPENED, IncidentState.OPEN)).isEmpty();
  }

  @Test
  void pagesAboutASurgeWhomThePlanNamesForIt() {
    Incident surge =
        Samples.incident("acme", Severity.NOTICE, IncidentChange.OPENED, IncidentState.OPEN, NOW);

    assertThat(new ResponsePlanner(plan(Severity.NOTICE), "v7", null).decide(surge, book))
        .hasSize(1);
  }

  @Test
  void pagesWhoThePlanNamesForTheSeverityAndSaysWhy() {
    List<Page> decision = decide(Severity.WARNING, IncidentChange.OPENED, IncidentState.OPEN);

    assertThat(decision).hasSize(1);
    Page page = decision.get(0);
    assertThat(page.target().name()).isEqualTo("duty");
    assertThat(page.dedupKey()).isEqualTo("acme/1/warning/duty");
    assertThat(page.planVersion()).isEqualTo("v7");
    assertThat(page.decision())
        .isEqualTo("opened: warning reaches duty, who is paged from warning");
    assertThat(page.title()).isEqualTo("Acme: warning, 80 % negative, 20 times the usual");
    assertThat(page.body())
        .contains("120 where 6 is usual")
        .contains("- ada on x (complaint, question): no signal, why?")
        .contains("What to do: keep calm")
        .contains("Do: Say so\nDon't: Guess\nGuideline: https://intranet.example/c\n");
  }

  @Test
  void pagesNobodyTwiceForTheSameThing() {
    decide(Severity.WARNING, IncidentChange.OPENED, IncidentState.OPEN);

    assertThat(decide(Severity.WARNING, IncidentChange.OPENED, IncidentState.OPEN)).isEmpty();
    assertThat(decide(Severity.WARNING, IncidentChange.REOPENED, IncidentState.OPEN)).isEmpty();
  }

  @Test
  void pagesNobodyAgainWhenItComesBackToTheWorstThatItWas() {
    decide(Severity.CRITICAL, IncidentChange.OPENED, IncidentState.OPEN);
    assertThat(decide(Severity.WARNING, IncidentChange.EASED, IncidentState.OPEN)).isEmpty();

    assertThat(decide(Severity.CRITICAL, IncidentChange.ESCALATED, IncidentState.OPEN)).isEmpty();
  }

  @Test
  void pagesNobodyWhileItIsHeldBackAndAnewWhenThatEnds() {
    decide(Severity.WARNING, IncidentChange.OPENED, IncidentState.OPEN);
    assertThat(handled(Severity.WARNING, Samples.handling(NOW, null, 0, null))).isEmpty();
    List<Page> anew = handled(Severity.WARNING, Samples.handling(null, null, 1, null));

    assertThat(anew).extracting(Page::dedupKey).containsExactly("acme/1/warning/duty/2");
    assertThat(handled(Severity.WARNING, Samples.handling(null, null, 1, null))).isEmpty();
  }

  @Test
  void tellsWhoWasPagedAnewOnceThatItIsOver() {
    decide(Severity.WARNING, IncidentChange.OPENED, IncidentState.OPEN);
    handled(Severity.WARNING, Samples.handling(null, null, 1, null));

    assertThat(decide(Severity.WARNING, IncidentChange.RESOLVED, IncidentState.RESOLVED))
        .extracting(Page::dedupKey)
        .containsExactly("acme/1/warning/duty/resolve");
  }

  @Test
  void pagesNobodyTwiceAboutWhatIsReopenedUntilPagingBeginsAnew() {
    decide(Severity.WARNING, IncidentChange.OPENED, IncidentState.OPEN);
    decide(Severity.WARNING, IncidentChange.RESOLVED, IncidentState.RESOLVED);
    assertThat(decide(Severity.WARNING, IncidentChange.REOPENED, IncidentState.OPEN)).isEmpty();
    assertThat(handled(Severity.WARNING, Samples.handling(null, null, 1, null))).hasSize(1);

    assertThat(decide(Severity.WARNING, IncidentChange.RESOLVED, IncidentState.RESOLVED))
        .extracting(Page::dedupKey)
        .containsExactly("acme/1/warning/duty/2/resolve");
  }

  @Test
  void pagesByWhatIsHeardAndNotByWhatIsSilenced() {
    assertThat(handled(Severity.CRITICAL, Samples.handling(null, Severity.NOTICE, 0, null)))
        .isEmpty();
    assertThat(handled(Severity.CRITICAL, Samples.handling(null, Severity.WARNING, 0, null)))
        .extracting(Page::dedupKey)
        .containsExactly("acme/1/warning/duty");
  }

  @Test
  void leavesAMergedIncidentToThoseWhoHandleTheOtherUntilItIsOnItsOwn() {
    assertThat(handled(Severity.WARNING, Samples.handling(null, null, 0, "zeta/1"))).isEmpty();
    assertThat(handled(Severity.WARNING, Samples.handling(null, null, 0, null))).hasSize(1);
    handled(Severity.WARNING, Samples.handling(null, null, 0, "zeta/1"));

    assertThat(handled(Severity.WARNING, Samples.handling(null, null, 0, null)))
        .extracting(Page::dedupKey)
        .containsExactly("acme/1/warning/duty/2");
  }

  @Test
  void namesWhatBurnsToo() {
    LinkedIncident zeta =
        new LinkedIncident("zeta/1", "zeta", "Zeta", LinkReason.SHARED_GROUP, "Foodnet");
    List<Page> pages = handled(Severity.WARNING, Samples.handling(null, null, 0, null, zeta));

    assertThat(pages.get(0).body()).contains("Burning too: Zeta (both: Foodnet).");
  }

  private List<Page> handled(Severity severity, Handling handling) {
    Incident incident =
        Samples.incident("acme", severity, IncidentChange.UPDATED, IncidentState.OPEN, NOW);
    return planner.decide(Samples.handled(incident, handling), book);
  }

  @Test
  void pagesNobodyAboutWhatSomeoneHasTaken() {
    assertThat(decide(Severity.CRITICAL, IncidentChange.UPDATED, IncidentState.ACKNOWLEDGED))
        .isEmpty();
  }

  @Test
  void pagesMoreWhenItGrowsByASeverity() {
    decide(Severity.WARNING, IncidentChange.OPENED, IncidentState.OPEN);

    assertThat(decide(Severity.CRITICAL, IncidentChange.ESCALATED, IncidentState.OPEN))
        .extracting(page -> page.target().name())
        .containsExactly("duty", "backup");
  }

  @Test
  void tellsEveryoneWhoWasPagedThatItIsOver() {
    decide(Severity.CRITICAL, IncidentChange.OPENED, IncidentState.OPEN);
    List<Page> over = decide(Severity.CRITICAL, IncidentChange.RESOLVED, IncidentState.RESOLVED);

    assertThat(over)
        .extracting(Page::action)
        .containsExactly(PageAction.RESOLVE, PageAction.RESOLVE);
    assertThat(over)
        .extracting(Page::dedupKey)
        .containsExactly("acme/1/critical/duty/resolve", "acme/1/critical/backup/resolve");
    assertThat(book.sent).isEmpty();
  }

  @Test
  void endsEachAlarmAtTheSeverityThatItWasRaisedAt() {
    decide(Severity.WARNING, IncidentChange.OPENED, IncidentState.OPEN);
    decide(Severity.CRITICAL, IncidentChange.ESCALATED, IncidentState.OPEN);
    List<Page> over = decide(Severity.CRITICAL, IncidentChange.RESOLVED, IncidentState.RESOLVED);

    assertThat(over)
        .extracting(Page::dedupKey, Page::severity)
        .containsExactly(
            tuple("acme/1/warning/duty/resolve", Severity.WARNING),
            tuple("acme/1/critical/duty/resolve", Severity.CRITICAL),
            tuple("acme/1/critical/backup/resolve", Severity.CRITICAL));
  }

  @Test
  void saysByWhatItWasDecidedAndWhomToJoin() {
    decide(Severity.WARNING, IncidentChange.OPENED, IncidentState.OPEN);
    Incident taken =
        Samples.incident("acme", Severity.WARNING, IncidentChange.OPENED, IncidentState.OPEN, NOW)
            .told(
                IncidentState.ACKNOWLEDGED, IncidentChange.ACKNOWLEDGED, NOW, "ada", Handling.NONE);
    planner.decide(taken, book);

    List<Page> grown = decide(Severity.CRITICAL, IncidentChange.ESCALATED, IncidentState.OPEN);

    assertThat(grown)
        .extracting(Page::grounds)
        .containsExactly(
            new PageGrounds(
                NOW,
                NOW,
                "duty",
                Severity.WARNING,
                0,
                0,
                1,
                1,
                false,
                false,
                false,
                List.of("backup"),
                "ada"),
            new PageGrounds(
                NOW,
                NOW,
                "backup",
                Severity.CRITICAL,
                0,
                0,
                1,
                1,
                false,
                false,
                false,
                List.of("duty"),
                "ada"));
    assertThat(grown.get(1).body()).contains("ada had acknowledged it before.", "Paged too: duty.");
  }

  private List<Page> decide(Severity severity, IncidentChange change, IncidentState state) {
    Incident incident = Samples.incident("acme", severity, change, state, NOW);
    return planner.decide(incident, book);
  }

  private static BrandPlan plan(Severity dutyFrom) {
    return new BrandPlan(
        new BrandTerms("acme", List.of("acme"), List.of(), List.of(), List.of(), List.of()),
        "Acme",
        BrandTree.NONE,
        List.of(
            PagingRule.atOnce(
                new Contact(PageTarget.of("duty", Transport.CONSOLE, null), null), dutyFrom),
            PagingRule.atOnce(
                new Contact(PageTarget.of("backup", Transport.CONSOLE, null), null),
                Severity.CRITICAL)),
        List.of(new QueueRedirect("acme-care", "acme-backup", Severity.WARNING)),
        new SeverityPolicy(30, 5_000_000, 120_000, 10, 100),
        "keep calm",
        IntentWords.none("acme"),
        List.of(),
        new BrandCare(
            List.of(),
            List.of(),
            List.of(),
            new Guidelines(
                List.of("Say so"), List.of("Guess"), List.of("https://intranet.example/c"))));
  }
}
