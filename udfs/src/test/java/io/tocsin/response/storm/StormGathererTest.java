package io.tocsin.response.storm;

import static io.tocsin.response.storm.StormPages.NOON;
import static io.tocsin.response.storm.StormPages.alarm;
import static io.tocsin.response.storm.StormPages.allClear;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.PageReceipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StormGathererTest {
  private static final StormPolicy POLICY = new StormPolicy(2, 60_000, 10_000);

  private static final List<Severity> SEVERITIES = List.of(Severity.values());

  private final StormGatherer gatherer = new StormGatherer(POLICY);
  private final StormBook book = new StormBook();

  @Test
  void pagesAboutAFewIncidentsOneByOne() {
    assertThat(take(alarm("acme", Severity.WARNING), 0)).hasSize(1);
    assertThat(take(alarm("zeta", Severity.WARNING), 1)).hasSize(1);
    assertThat(take(alarm("omni", Severity.WARNING), 61)).as("a minute later").hasSize(1);
  }

  @Test
  void growthOfAnIncidentThatItKnowsIsToldAtOnce() {
    take(alarm("acme", Severity.WARNING), 0);
    take(alarm("zeta", Severity.WARNING), 1);

    assertThat(take(alarm("acme", Severity.CRITICAL), 2)).hasSize(1);
  }

  @Test
  void leavesWhoIsOnlyToldOutOfAStormWhichCalls() {
    storm();
    Page notice = StormPages.notice("iota");

    assertThat(take(notice, 5)).containsExactly(notice);
    assertThat(gatherer.tell(book, at(12)).gathered())
        .extracting(PageReceipt::action)
        .containsOnly(PageAction.TRIGGER);
  }

  @Test
  void tellsTheManyOfAStormInOnePageTheWorstFirst() {
    storm();
    StormGatherer.Leaving told = gatherer.tell(book, at(12));

    assertThat(told.pages()).hasSize(1);
    Page page = told.pages().get(0);
    assertThat(page.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(page.title()).isEqualTo("3 incidents at once, the worst: iota burns");
    assertThat(page.body())
        .startsWith(
            """
            - iota burns [iota-1/CRITICAL/duty]
            - eta burns [eta-1/WARNING/duty]
            - omni burns [omni-1/WARNING/duty]
            """)
        .contains("No signal at iota.");
    assertThat(told.gathered())
        .extracting(PageReceipt::outcome)
        .containsOnly(PageOutcome.GATHERED)
        .hasSize(3);
    assertThat(told.gathered()).allMatch(receipt -> receipt.detail().endsWith(page.dedupKey()));
  }

  @Test
  void tellsOneThatWaitedAloneAsItIs() {
    take(alarm("acme", Severity.WARNING), 0);
    take(alarm("zeta", Severity.WARNING), 1);
    Page late = alarm("omni", Severity.WARNING);
    take(late, 2);

    assertThat(book.dueMillis).isEqualTo(at(12).toEpochMilli());
    assertThat(gatherer.tell(book, at(12)).pages()).containsExactly(late);
  }

  @Test
  void anAllClearPassesAndDoesNotOvertakeItsAlarm() {
    storm();
    List<Page> pages = take(allClear("omni"), 3);

    assertThat(pages)
        .extracting(Page::action)
        .containsExactly(PageAction.TRIGGER, PageAction.RESOLVE);
    assertThat(book.waiting).isEmpty();
  }

  @Test
  void theStormIsOverWhenTheLastOfItsIncidentsIs() {
    storm();
    Page storm = gatherer.tell(book, at(12)).pages().get(0);
    assertThat(take(allClear("omni"), 100)).hasSize(1);
    assertThat(take(allClear("eta"), 101)).hasSize(1);
    List<Page> last = take(allClear("iota"), 102);

    assertThat(last)
        .extracting(Page::dedupKey)
        .containsExactly("iota-1/WARNING/duty/resolve", storm.dedupKey() + "/resolve");
    assertThat(last.get(1).incidentId()).isEqualTo(storm.incidentId());
    assertThat(book.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void losesNoPageAndTellsNoneTwice(long firstSeed) {
    for (long seed = firstSeed * 1_000; seed < firstSeed * 1_000 + 200; seed++) {
      assertThat(world(seed)).as("seed " + seed).isEmpty();
    }
  }

  /** What is wrong with a random hour of pages; empty where nothing is. */
  private static List<String> world(long seed) {
    Random random = new Random(seed);
    StormGatherer gatherer = new StormGatherer(POLICY);
    StormBook book = new StormBook();
    List<Page> left = new ArrayList<>();
    List<String> gathered = new ArrayList<>();
    List<String> sent = new ArrayList<>();
    long second = 0;
    for (int i = 0; i < 30; i++) {
      second += random.nextInt(12);
      if (second * 1_000 + NOON.toEpochMilli() >= book.dueMillis) {
        note(gatherer.tell(book, at(second)), left, gathered);
      }
      Page page = alarm("brand" + i, SEVERITIES.get(random.nextInt(SEVERITIES.size())));
      sent.add(page.dedupKey());
      note(gatherer.take(book, page, at(second)), left, gathered);
    }
    note(gatherer.tell(book, at(second + 10)), left, gathered);
    for (int i = 0; i < 30; i++) {
      note(gatherer.take(book, allClear("brand" + i), at(second + 100)), left, gathered);
    }
    return faults(sent, left, gathered, book);
  }

  private static void note(StormGatherer.Leaving leaving, List<Page> left, List<String> gathered) {
    left.addAll(leaving.pages());
    leaving.gathered().forEach(receipt -> gathered.add(receipt.dedupKey()));
  }

  private static List<String> faults(
      List<String> sent, List<Page> left, List<String> gathered, StormBook book) {
    List<String> faults = new ArrayList<>();
    List<String> alarms = new ArrayList<>(gathered);
    TreeSet<String> open = new TreeSet<>();
    for (Page page : left) {
      boolean alarm = page.action() == PageAction.TRIGGER;
      if (alarm && !page.incidentId().startsWith("storm/")) {
        alarms.add(page.dedupKey());
      }
      if (alarm) {
        open.add(page.incidentId());
      } else {
        open.remove(page.incidentId());
      }
    }
    if (!alarms.stream().sorted().toList().equals(sent.stream().sorted().toList())) {
      faults.add("sent " + sent + " but told of " + alarms);
    }
    if (!open.isEmpty() || !book.storms.isEmpty()) {
      faults.add("left open: " + open);
    }
    return faults;
  }

  /** Two that pass, and three that wait. */
  private void storm() {
    take(alarm("acme", Severity.WARNING), 0);
    take(alarm("zeta", Severity.WARNING), 1);
    assertThat(take(alarm("omni", Severity.WARNING), 2)).isEmpty();
    assertThat(take(alarm("eta", Severity.WARNING), 2)).isEmpty();
    assertThat(take(alarm("iota", Severity.CRITICAL), 2)).isEmpty();
  }

  private List<Page> take(Page page, long second) {
    return gatherer.take(book, page, at(second)).pages();
  }

  private static Instant at(long second) {
    return NOON.plusSeconds(second);
  }
}
