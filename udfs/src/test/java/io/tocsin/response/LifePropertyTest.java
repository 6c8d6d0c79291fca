package io.tocsin.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Ack;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is paged twice for the same thing, and nobody is left out, whatever happens. */
class LifePropertyTest {
  private static final int WORLDS = 4;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void pagesEachThingOnceAndEndsAllItBegan(long batch) throws Exception {
    for (long seed = batch * 100; seed < batch * 100 + WORLDS; seed++) {
      try (LifeRun run = new LifeRun(LifeHistory.plan("v1"))) {
        LifeHistory.live(seed, run);

        assertThat(run.pages).as("pages of seed %s", seed).isNotEmpty();
        assertThat(run.pages)
            .as("seed %s", seed)
            .extracting(page -> page.action() + " " + page.dedupKey())
            .doesNotHaveDuplicates();
        assertThat(unended(run.pages)).as("never told that it is over, seed %s", seed).isEmpty();
        assertThat(run.incidents.values())
            .as("seed %s", seed)
            .allMatch(incident -> incident.state() == IncidentState.RESOLVED);
        assertThat(run.leftovers()).as("state and timers of seed %s", seed).isZero();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void crashesAndANewVersionOfThePlanPageNobodyForTheSecondTime(long batch) throws Exception {
    for (long seed = batch * 100; seed < batch * 100 + WORLDS; seed++) {
      List<String> calm;
      LifeHistory history;
      try (LifeRun run = new LifeRun(LifeHistory.plan("v1"))) {
        history = LifeHistory.live(seed, run);
        calm = keys(run.pages);
      }
      try (LifeRun run = new LifeRun(LifeHistory.plan("v1"))) {
        withCrashes(history, run, new Random(seed));

        assertThat(new LinkedHashSet<>(keys(run.pages)))
            .as("what leaves once by its dedup key, seed %s", seed)
            .containsExactlyInAnyOrderElementsOf(calm);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatPeopleDidChangesNothingWhenItComesAgain(long batch) throws Exception {
    for (long seed = batch * 100; seed < batch * 100 + WORLDS; seed++) {
      try (LifeRun run = new LifeRun(LifeHistory.plan("v1"));
          LifeRun again = new LifeRun(LifeHistory.plan("v1"))) {
        LifeHistory history = LifeHistory.live(seed, run);
        withReplays(history, again, new Random(seed));

        assertThat(keys(again.pages)).as("seed %s", seed).isEqualTo(keys(run.pages));
        assertThat(again.changes)
            .as("seed %s", seed)
            .extracting(Incident::change)
            .isEqualTo(run.changes.stream().map(Incident::change).toList());
      }
    }
  }

  private static void withCrashes(LifeHistory history, LifeRun run, Random random)
      throws Exception {
    LifeRun.Snapshot snapshot = run.snapshot();
    int from = 0;
    int version = 1;
    for (int i = 0; i < history.events.size(); i++) {
      happens(history.events.get(i), run);
      if (random.nextInt(20) == 0) {
        snapshot = run.snapshot();
        from = i + 1;
      } else if (random.nextInt(20) == 0) {
        run.hear(LifeHistory.plan("v" + ++version).incidents());
      } else if (random.nextInt(20) == 0) {
        run.crash(snapshot, LifeHistory.plan("v" + ++version));
        i = from - 1;
      }
    }
    run.until(LifeHistory.END);
  }

  private static void withReplays(LifeHistory history, LifeRun run, Random random)
      throws Exception {
    List<Ack> done = new ArrayList<>();
    for (Object event : history.events) {
      happens(event, run);
      if (event instanceof Ack ack) {
        done.add(ack);
      }
      if (!done.isEmpty() && random.nextInt(3) == 0) {
        run.take(done.get(random.nextInt(done.size())));
      }
    }
    run.until(LifeHistory.END);
  }

  private static void happens(Object event, LifeRun run) throws Exception {
    run.take(event);
    run.until(LifeHistory.timeOf(event));
  }

  private static List<String> keys(List<Page> pages) {
    return pages.stream().map(page -> page.action() + " " + page.dedupKey()).toList();
  }

  /** Alarms after which nobody told their target that the incident is over. */
  private static Set<String> unended(List<Page> pages) {
    Set<String> open = new HashSet<>();
    for (Page page : pages) {
      String alarm = page.incidentId() + " to " + page.target().name();
      if (page.action() == PageAction.TRIGGER) {
        open.add(alarm);
      } else {
        open.remove(alarm);
      }
    }
    return open;
  }
}
