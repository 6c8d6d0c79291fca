package io.tocsin.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.firehose.MentionsFile;
import io.tocsin.deploy.firehose.World;
import io.tocsin.deploy.firehose.WorldSettings;
import io.tocsin.deploy.firehose.traffic.WorldEvent;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A network breaks down on a Friday at 16:45 in New York, a quarter of an hour before the office
 * closes, for an hour, and nobody acknowledges: in summer, and on the Friday before the clocks are
 * put forward. It is watched until the office has been open for two hours on Monday.
 */
class FridayReplayIT {
  private static final ZoneId OFFICE = ZoneId.of("America/New_York");
  private static final LocalDate BEFORE_THE_CLOCKS_CHANGE = LocalDate.of(2026, 3, 6);
  private static final LocalDate IN_SUMMER = LocalDate.of(2026, 6, 12);
  private static final double A_THIRD_TELLS_IT_TOO = 0.33;
  private static final double A_WEEKEND_IS_SHORT = 0.01;
  private static final String EVENING = "19:30";
  private static final String PLAN =
      """
      version: friday-1
      people:
        - {person: wanda, transport: console}
        - {person: sven, transport: console}
        - {person: pia, transport: console}
        - person: chief
          transport: console
          quiet: {zone: America/New_York, from: "16:30", until: "08:00"}
        - person: lucia
          transport: console
          quiet: {zone: Europe/Lisbon, from: "21:00", until: "07:00"}
      rotas:
        - rota: care
          zone: America/New_York
          layers:
            - people: [wanda]
              from: "2026-01-05T09:00"
              hours: [{days: [monday, tuesday, wednesday, thursday, friday], from: "08:00", until: "17:00"}]
            - {people: [sven], from: "2026-01-05T09:00"}
        - rota: press
          zone: America/New_York
          layers:
            - people: [pia]
              from: "2026-01-05T09:00"
              hours: [{days: [monday, tuesday, wednesday, thursday, friday], from: "08:00", until: "17:00"}]
      lastResort: {target: night-desk, transport: console}
      brands:
        - brand: nimbus
          match: {handles: [nimbusmobile], hashtags: [nimbus], phrases: ["nimbus mobile"]}
          page:
            - {rota: care, from: warning, every: 10m, times: 3}
            - {rota: press, from: warning, after: 25m}
            - {person: chief, from: warning}
            - {person: lucia, from: warning}
          critical: {score: 100000, reach: 1000000000000}
          criticalAfter: 45m
      """;

  @TempDir static Path folder;

  static List<LocalDate> fridays() {
    return List.of(BEFORE_THE_CLOCKS_CHANGE, IN_SUMMER);
  }

  @BeforeAll
  static void replay() throws Exception {
    Path plan = Files.writeString(folder.resolve("plan.yaml"), PLAN);
    for (LocalDate friday : fridays()) {
      ReplayRun.of(mentions(friday), List.of(plan), out(friday), "--no-pictures");
    }
  }

  /** The afternoon as it is, then a weekend of which few mentions are heard. */
  private static Path mentions(LocalDate friday) throws IOException {
    WorldEvent outage =
        WorldEvent.outage("nimbus", at(friday, "16:45").toEpochMilli(), minutes(60));
    World afternoon =
        new World(
            3,
            at(friday, "15:30").toEpochMilli(),
            WorldSettings.defaults().withLoad(A_THIRD_TELLS_IT_TOO).withEvents(List.of(outage)));
    World weekend =
        new World(
            4,
            at(friday, EVENING).toEpochMilli(),
            WorldSettings.defaults().withLoad(A_WEEKEND_IS_SHORT));
    Path first = folder.resolve(friday + "-afternoon.jsonl");
    Path second = folder.resolve(friday + "-weekend.jsonl");
    MentionsFile.write(afternoon, at(friday, EVENING).toEpochMilli(), first);
    MentionsFile.write(weekend, at(friday.plusDays(3), "10:00").toEpochMilli(), second);
    Path both = folder.resolve(friday + ".jsonl");
    try (OutputStream out = Files.newOutputStream(both)) {
      Files.copy(first, out);
      Files.copy(second, out);
    }
    return both;
  }

  @ParameterizedTest
  @MethodSource("fridays")
  void whoStillHasTheOfficeIsPagedWithinAMinute(LocalDate friday) throws IOException {
    Page first = calls(friday, page -> true).get(0);

    assertThat(first.target().name()).isEqualTo("wanda");
    assertThat(first.severity()).isEqualTo(Severity.WARNING);
    assertThat(first.at()).isBetween(at(friday, "16:45"), at(friday, "16:46"));
  }

  @ParameterizedTest
  @MethodSource("fridays")
  void theWeekendIsPagedFromFiveOnAndTheOfficeNoMore(LocalDate friday) throws IOException {
    assertThat(calls(friday, to("wanda")))
        .isNotEmpty()
        .allSatisfy(page -> assertThat(page.at()).isBefore(at(friday, "17:00")));
    assertThat(calls(friday, to("sven")))
        .isNotEmpty()
        .allSatisfy(page -> assertThat(page.at()).isAfterOrEqualTo(at(friday, "17:00")));
    assertThat(calls(friday, to("sven")).get(0).at())
        .as("the next call after the hand-over")
        .isBefore(at(friday, "17:10"));
  }

  @ParameterizedTest
  @MethodSource("fridays")
  void theLastResortStandsInWhereNobodyIsOnCallAndIsTold(LocalDate friday) throws IOException {
    assertThat(calls(friday, to("pia"))).as("her office is closed").isEmpty();
    List<Page> calls = calls(friday, to("night-desk"));

    assertThat(calls).isNotEmpty();
    assertThat(calls.get(0).at()).isBetween(at(friday, "17:10"), at(friday, "17:12"));
    assertThat(calls)
        .allSatisfy(
            page -> {
              assertThat(page.decision()).contains("nobody").contains("press");
              assertThat(page.grounds()).matches(grounds -> grounds.standsIn(), "stands in");
            });
  }

  @ParameterizedTest
  @MethodSource("fridays")
  void quietHoursHoldBackAWarningEachByTheirOwnClockAndNothingCritical(LocalDate friday)
      throws IOException {
    Instant critical = calls(friday, page -> page.severity() == Severity.CRITICAL).get(0).at();

    assertThat(critical).isBetween(at(friday, "17:30"), at(friday, "17:32"));
    for (String name : List.of("chief", "lucia")) {
      List<Page> calls = calls(friday, to(name));
      assertThat(calls).as(name).isNotEmpty();
      assertThat(calls.get(0).at()).as(name).isEqualTo(critical);
      assertThat(calls).as(name).extracting(Page::severity).containsOnly(Severity.CRITICAL);
    }
  }

  @ParameterizedTest
  @MethodSource("fridays")
  void nobodyIsPagedTwiceForTheSameAndEverybodyHearsTheEnd(LocalDate friday) throws IOException {
    List<Page> pages = pages(friday);

    assertThat(pages).extracting(Page::dedupKey).doesNotHaveDuplicates();
    assertThat(pages).extracting(Page::incidentId).containsOnly(pages.get(0).incidentId());
    assertThat(pages)
        .filteredOn(page -> page.action() == PageAction.RESOLVE)
        .extracting(page -> page.target().name())
        .containsOnly("wanda", "sven", "night-desk", "chief", "lucia");
    List<Incident> incidents = new ReplayOutput(out(friday)).read(Topic.INCIDENTS, Incident.class);
    assertThat(incidents.get(incidents.size() - 1).state()).isEqualTo(IncidentState.RESOLVED);
  }

  @ParameterizedTest
  @MethodSource("fridays")
  void nobodyHearsOfItOnMonday(LocalDate friday) throws IOException {
    assertThat(pages(friday))
        .filteredOn(page -> !page.at().isBefore(at(friday, EVENING)))
        .extracting(Page::dedupKey, Page::action, Page::at, Page::decision)
        .isEmpty();
  }

  private static Path out(LocalDate friday) {
    return folder.resolve(friday + "-out");
  }

  private static List<Page> calls(LocalDate friday, Predicate<Page> of) throws IOException {
    return pages(friday).stream()
        .filter(page -> page.action() == PageAction.TRIGGER)
        .filter(of)
        .toList();
  }

  private static List<Page> pages(LocalDate friday) throws IOException {
    return new ReplayOutput(out(friday)).read(Topic.PAGES, Page.class);
  }

  private static Predicate<Page> to(String name) {
    return page -> page.target().name().equals(name);
  }

  private static Instant at(LocalDate day, String time) {
    return day.atTime(LocalTime.parse(time)).atZone(OFFICE).toInstant();
  }

  private static long minutes(int minutes) {
    return Duration.ofMinutes(minutes).toMillis();
  }
}
