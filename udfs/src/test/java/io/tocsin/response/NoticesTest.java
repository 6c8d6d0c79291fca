package io.tocsin.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.incident.SeverityPolicy;
import io.tocsin.mention.BrandTerms;
import io.tocsin.response.oncall.QuietHours;
import io.tocsin.response.oncall.Rota;
import io.tocsin.scoring.intent.IntentWords;
import io.tocsin.testing.Samples;
import io.tocsin.window.BrandTree;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is told something and need not acknowledge. */
class NoticesTest {
  private static final Instant NIGHT = Instant.parse("2026-03-01T03:00:00Z");
  private static final QuietHours ASLEEP =
      new QuietHours(ZoneOffset.UTC, LocalTime.parse("22:00"), LocalTime.parse("07:00"));

  private final ResponseBook book = new ResponseBook();

  @Test
  void tellsOnceASeverityThoughSomebodyHasTakenIt() {
    ResponsePlanner planner = planner(rule(PlanStep.NOTIFY, contact("press", null)));

    List<Page> taken = planner.decide(incident(Severity.WARNING, IncidentState.ACKNOWLEDGED), book);
    List<Page> again = planner.decide(incident(Severity.WARNING, IncidentState.ACKNOWLEDGED), book);
    assertThat(book.dueMillis).as("nothing more is due").isEqualTo(Long.MAX_VALUE);
    List<Page> worse = planner.decide(incident(Severity.CRITICAL, IncidentState.OPEN), book);

    assertThat(taken).hasSize(1);
    Page notice = taken.get(0);
    assertThat(notice.action()).isEqualTo(PageAction.INFORM);
    assertThat(notice.severity()).as("receivers call nobody for it").isEqualTo(Severity.NOTICE);
    assertThat(notice.dedupKey()).isEqualTo("acme/1/warning/press/notify");
    assertThat(notice.title()).startsWith("To know: Acme: warning");
    assertThat(notice.decision())
        .isEqualTo("updated: warning reaches press, who is told from warning");
    assertThat(again).isEmpty();
    assertThat(worse).extracting(Page::dedupKey).containsExactly("acme/1/critical/press/notify");
    assertThat(planner.onTime(book, Instant.ofEpochMilli(book.dueMillis))).isEmpty();
  }

  @Test
  void asksToPausePublishingAndTellsWhenItIsOver() {
    ResponsePlanner planner =
        planner(
            PagingRule.atOnce(contact("media", null), Severity.WARNING),
            rule(PlanStep.PAUSE_PUBLISHING, contact("media", null)));

    List<Page> pages = planner.decide(incident(Severity.WARNING, IncidentState.OPEN), book);
    List<Page> over = planner.decide(incident(Severity.WARNING, IncidentState.RESOLVED), book);

    assertThat(pages)
        .extracting(Page::action, Page::dedupKey)
        .containsExactly(
            tuple(PageAction.TRIGGER, "acme/1/warning/media"),
            tuple(PageAction.INFORM, "acme/1/warning/media/pause-publishing"));
    assertThat(pages.get(1).title()).startsWith("Pause publishing: ");
    assertThat(pages.get(1).body()).startsWith("Hold back what is planned");
    assertThat(over)
        .extracting(Page::action, Page::dedupKey, Page::severity)
        .containsExactly(
            tuple(PageAction.RESOLVE, "acme/1/warning/media/resolve", Severity.WARNING),
            tuple(
                PageAction.RESOLVE,
                "acme/1/warning/media/pause-publishing/resolve",
                Severity.NOTICE));
  }

  @Test
  void wakesNobodyToTellSomethingButToPausePublishingInACrisis() {
    ResponsePlanner planner =
        planner(
            rule(PlanStep.NOTIFY, contact("press", ASLEEP)),
            rule(PlanStep.PAUSE_PUBLISHING, contact("media", ASLEEP)));

    List<Page> atNight = planner.decide(incident(Severity.CRITICAL, IncidentState.OPEN), book);
    Instant morning = Instant.parse("2026-03-01T07:00:00Z");
    List<Page> justBefore = planner.onTime(book, morning.minusSeconds(5));
    List<Page> inTheMorning = planner.onTime(book, Instant.ofEpochMilli(book.dueMillis));

    assertThat(atNight).extracting(page -> page.target().name()).containsExactly("media");
    assertThat(justBefore).isEmpty();
    assertThat(inTheMorning)
        .extracting(page -> page.target().name(), Page::at)
        .containsExactly(tuple("press", morning));
  }

  @Test
  void theLastResortIsNotToldWhatNobodyNeedsToDo() {
    OnCall nobody =
        new OnCall(new Rota("rota", ZoneOffset.UTC, List.of(), List.of(), Set.of()), Map.of());
    ResponsePlanner planner =
        new ResponsePlanner(
            plan(List.of(rule(PlanStep.NOTIFY, nobody))), "v7", contact("night-desk", null));

    assertThat(planner.decide(incident(Severity.CRITICAL, IncidentState.OPEN), book)).isEmpty();
  }

  private static PagingRule rule(PlanStep step, Responder responder) {
    return new PagingRule(step, responder, Severity.WARNING, 0, 0, 1);
  }

  private static Contact contact(String name, @Nullable QuietHours quiet) {
    return new Contact(PageTarget.of(name, Transport.CONSOLE, null), quiet);
  }

  private static Incident incident(Severity severity, IncidentState state) {
    return Samples.incident("acme", severity, IncidentChange.UPDATED, state, NIGHT);
  }

  private static ResponsePlanner planner(PagingRule... rules) {
    return new ResponsePlanner(plan(List.of(rules)), "v7", null);
  }

  private static BrandPlan plan(List<PagingRule> rules) {
    return new BrandPlan(
        new BrandTerms("acme", List.of("acme"), List.of(), List.of(), List.of(), List.of()),
        "Acme",
        BrandTree.NONE,
        rules,
        List.of(),
        new SeverityPolicy(30, 5_000_000, 120_000, 10, 100),
        "",
        IntentWords.none("acme"),
        List.of(),
        BrandCare.NONE);
  }
}
