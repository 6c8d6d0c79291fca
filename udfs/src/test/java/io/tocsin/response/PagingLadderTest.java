package io.tocsin.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.incident.SeverityPolicy;
import io.tocsin.mention.BrandTerms;
import io.tocsin.response.oncall.DayHours;
import io.tocsin.response.oncall.HolidayRule;
import io.tocsin.response.oncall.QuietHours;
import io.tocsin.response.oncall.Rota;
import io.tocsin.response.oncall.RotaLayer;
import io.tocsin.scoring.intent.IntentWords;
import io.tocsin.testing.Samples;
import io.tocsin.window.BrandTree;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is paged when, while time goes on and nobody acknowledges. */
class PagingLadderTest {
  /** A Sunday. */
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final long MINUTE = 60_000;

  private final ResponseBook book = new ResponseBook();

  @Test
  void climbsATierWhenNobodyAcknowledges() {
    var planner =
        planner(
            PagingRule.atOnce(contact("first"), Severity.WARNING),
            new PagingRule(contact("second"), Severity.WARNING, 10 * MINUTE, 0, 1));

    assertThat(names(planner.decide(open(Severity.WARNING), book))).containsExactly("first");
    assertThat(book.dueMillis).as("the plan may be another then").isEqualTo(afterNoon(10));
    assertThat(planner.onTime(book, NOON.plusSeconds(595))).isEmpty();
    assertThat(book.dueMillis).isEqualTo(afterNoon(600));
    List<Page> later = planner.onTime(book, NOON.plusSeconds(600));
    assertThat(names(later)).containsExactly("second");
    assertThat(later.get(0).decision())
        .isEqualTo(
            "not acknowledged for 10 min: warning reaches second, who is paged from warning");
    assertThat(later.get(0).at()).isEqualTo(NOON.plusSeconds(600));
    assertThat(planner.onTime(book, NOON.plusSeconds(9_000))).isEmpty();
  }

  @Test
  void stopsWhenSomebodyAcknowledges() {
    var planner = planner(new PagingRule(contact("second"), Severity.WARNING, 10 * MINUTE, 0, 1));
    planner.decide(open(Severity.WARNING), book);

    planner.decide(incident(Severity.WARNING, IncidentState.ACKNOWLEDGED, NOON), book);

    assertThat(book.dueMillis).isEqualTo(Long.MAX_VALUE);
    assertThat(planner.onTime(book, NOON.plusSeconds(900))).isEmpty();
  }

  @Test
  void beginsAnewWhenAnAcknowledgedIncidentGrowsByASeverity() {
    var planner = planner(PagingRule.atOnce(contact("first"), Severity.WARNING));
    planner.decide(open(Severity.WARNING), book);
    planner.decide(incident(Severity.WARNING, IncidentState.ACKNOWLEDGED, NOON), book);

    List<Page> grown =
        planner.decide(incident(Severity.CRITICAL, IncidentState.OPEN, NOON.plusSeconds(60)), book);

    assertThat(grown).extracting(Page::dedupKey).containsExactly("acme/1/critical/first");
  }

  @Test
  void repeatsAsOftenAsTheRuleSaysEachUnderItsOwnKey() {
    var planner = planner(new PagingRule(contact("first"), Severity.WARNING, 0, 5 * MINUTE, 3));

    List<Page> pages = run(planner, open(Severity.WARNING), NOON.plusSeconds(7_200));

    assertThat(pages)
        .extracting(Page::dedupKey)
        .containsExactly(
            "acme/1/warning/first", "acme/1/warning/first/2", "acme/1/warning/first/3");
    assertThat(pages)
        .extracting(Page::at)
        .containsExactly(NOON, NOON.plusSeconds(300), NOON.plusSeconds(600));
    assertThat(pages.get(2).decision()).startsWith("not acknowledged, page 3 of 3: ");
  }

  @Test
  void tellsOneWhoWasPagedThreeTimesOnceThatItIsOver() {
    var planner = planner(new PagingRule(contact("first"), Severity.WARNING, 0, 5 * MINUTE, 3));
    run(planner, open(Severity.WARNING), NOON.plusSeconds(7_200));

    assertThat(planner.decide(incident(Severity.WARNING, IncidentState.RESOLVED, NOON), book))
        .extracting(Page::dedupKey)
        .containsExactly("acme/1/warning/first/resolve");
  }

  @Test
  void letsQuietHoursHoldAWarningBackUntilTheMorning() {
    var sleeper = contact("ana", quiet("11:00", "13:00"));
    var planner =
        planner(
            PagingRule.atOnce(sleeper, Severity.WARNING),
            new PagingRule(contact("second"), Severity.WARNING, 10 * MINUTE, 0, 1));

    List<Page> pages = run(planner, open(Severity.WARNING), NOON.plusSeconds(7_200));

    assertThat(names(pages)).containsExactly("second", "ana");
    assertThat(pages.get(1).at()).isEqualTo(NOON.plusSeconds(3_600));
    assertThat(pages.get(1).decision()).endsWith("; quiet hours held it back");
  }

  @Test
  void wakesASleeperForACriticalIncident() {
    var planner =
        planner(PagingRule.atOnce(contact("ana", quiet("11:00", "13:00")), Severity.WARNING));

    assertThat(planner.decide(open(Severity.CRITICAL), book)).hasSize(1);
  }

  @Test
  void pagesWhoIsOnCallAndAfterAHandOverTheNextOne() {
    var planner = planner(PagingRule.atOnce(rota("13:00"), Severity.WARNING));

    List<Page> pages = run(planner, open(Severity.WARNING), NOON.plusSeconds(7_200));

    assertThat(names(pages)).containsExactly("ana", "ben");
    assertThat(pages.get(0).decision())
        .isEqualTo("opened: warning reaches ana (on call in rota), who is paged from warning");
    assertThat(pages.get(1).at()).isEqualTo(NOON.plusSeconds(3_600));
  }

  @Test
  void pagesTheLastResortWhereNobodyIsOnCallAndSaysSo() {
    var planner =
        new ResponsePlanner(
            plan(PagingRule.atOnce(onWeekdays(), Severity.WARNING)), "v7", contact("desk"));

    List<Page> pages = planner.decide(open(Severity.WARNING), book);

    assertThat(names(pages)).containsExactly("desk");
    assertThat(pages.get(0).decision())
        .contains("desk, the last resort, because nobody is on call in rota");
  }

  @Test
  void pagesWhoComesOnCallWhereThereIsNoLastResort() {
    var planner = planner(PagingRule.atOnce(onWeekdays(), Severity.WARNING));

    List<Page> pages = run(planner, open(Severity.WARNING), Instant.parse("2026-03-02T12:00:00Z"));

    assertThat(names(pages)).containsExactly("ana");
    assertThat(pages.get(0).at()).isEqualTo("2026-03-02T00:00:00Z");
  }

  @Test
  void pagesOnePersonOnceThoughTwoRulesMeanThem() {
    var planner =
        planner(
            PagingRule.atOnce(rota("13:00"), Severity.WARNING),
            new PagingRule(contact("ana"), Severity.WARNING, 10 * MINUTE, 0, 1));

    assertThat(names(run(planner, open(Severity.WARNING), NOON.plusSeconds(1_800))))
        .containsExactly("ana");
  }

  /** Lets time go on, as the timers would. */
  private List<Page> run(ResponsePlanner planner, Incident incident, Instant until) {
    List<Page> pages = new ArrayList<>(planner.decide(incident, book));
    while (book.dueMillis <= until.toEpochMilli()) {
      long due = book.dueMillis;
      pages.addAll(planner.onTime(book, Instant.ofEpochMilli(due)));
      assertThat(book.dueMillis).as("time goes on").isGreaterThan(due);
    }
    return pages;
  }

  private static long afterNoon(long seconds) {
    return NOON.plusSeconds(seconds).toEpochMilli();
  }

  private static List<String> names(List<Page> pages) {
    return pages.stream().map(page -> page.target().name()).toList();
  }

  private static Incident open(Severity severity) {
    return incident(severity, IncidentState.OPEN, NOON);
  }

  private static Incident incident(Severity severity, IncidentState state, Instant at) {
    return Samples.incident("acme", severity, IncidentChange.OPENED, state, at);
  }

  private static Contact contact(String name) {
    return contact(name, null);
  }

  private static Contact contact(String name, @Nullable QuietHours quiet) {
    return new Contact(PageTarget.of(name, Transport.CONSOLE, null), quiet);
  }

  private static QuietHours quiet(String from, String until) {
    return new QuietHours(ZoneOffset.UTC, LocalTime.parse(from), LocalTime.parse(until));
  }

  /** Ana hands over to Ben at this hour. */
  private static OnCall rota(String handOver) {
    LocalDateTime start = LocalDateTime.parse("2026-02-28T" + handOver);
    return onCall(new RotaLayer(List.of("ana", "ben"), start, 1, List.of(), HolidayRule.WORKED));
  }

  private static OnCall onWeekdays() {
    DayHours weekdays =
        new DayHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT);
    LocalDateTime start = LocalDateTime.parse("2026-02-02T00:00");
    return onCall(new RotaLayer(List.of("ana"), start, 7, List.of(weekdays), HolidayRule.WORKED));
  }

  private static OnCall onCall(RotaLayer layer) {
    return new OnCall(
        new Rota("rota", ZoneOffset.UTC, List.of(layer), List.of(), Set.of()),
        Map.of("ana", contact("ana"), "ben", contact("ben")));
  }

  private static ResponsePlanner planner(PagingRule... rules) {
    return new ResponsePlanner(plan(rules), "v7", null);
  }

  private static BrandPlan plan(PagingRule... rules) {
    return new BrandPlan(
        new BrandTerms("acme", List.of("acme"), List.of(), List.of(), List.of(), List.of()),
        "Acme",
        BrandTree.NONE,
        List.of(rules),
        List.of(),
        new SeverityPolicy(30, 5_000_000, 120_000, 10, 100),
        "",
        IntentWords.none("acme"),
        List.of(),
        BrandCare.NONE);
  }
}
