package io.tocsin.response.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageAddress;
import io.tocsin.response.Transport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnstilesTest {
  private static final long SECOND = 1_000;
  private static final PageAddress SLACK = new PageAddress(Transport.SLACK, null, "a");

  private record Task(long at, Runnable work) {}

  private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(Task::at));
  private final List<String> passed = new ArrayList<>();
  private long now = 1_000_000;
  private final Turnstiles turnstiles =
      new Turnstiles(
          (millis, task) -> tasks.add(new Task(now + millis, task)),
          () -> Instant.ofEpochMilli(now));

  @Test
  void letsAlarmsBeforeAllClearsAndTheMoreSevereFirst() {
    enter("first", PageAction.RESOLVE, Severity.WARNING, SLACK);
    enter("all clear", PageAction.RESOLVE, Severity.CRITICAL, SLACK);
    enter("warning", PageAction.TRIGGER, Severity.WARNING, SLACK);
    enter("critical", PageAction.TRIGGER, Severity.CRITICAL, SLACK);
    enter("late warning", PageAction.TRIGGER, Severity.WARNING, SLACK);

    assertThat(passed).containsExactly("first at 0");
    runAll();

    assertThat(passed)
        .containsExactly(
            "first at 0",
            "critical at 1000",
            "warning at 2000",
            "late warning at 3000",
            "all clear at 4000");
  }

  @Test
  void holdsNoAddressUpForAnother() {
    enter("one", PageAction.TRIGGER, Severity.WARNING, SLACK);
    enter(
        "other", PageAction.TRIGGER, Severity.WARNING, new PageAddress(Transport.SLACK, null, "b"));

    assertThat(passed).containsExactly("one at 0", "other at 0");
  }

  @Test
  void letsPassAtOnceWhenTheSpacingIsOver() {
    enter("one", PageAction.TRIGGER, Severity.WARNING, SLACK);
    now += SECOND;
    enter("two", PageAction.TRIGGER, Severity.WARNING, SLACK);

    assertThat(passed).containsExactly("one at 0", "two at 1000");
    assertThat(tasks).isEmpty();
  }

  private void enter(String name, PageAction action, Severity severity, PageAddress address) {
    Page page = Pages.with(Pages.console(), action, severity, name, "");
    CompletableFuture<Void> unused =
        turnstiles
            .turn(page, address, SECOND)
            .thenAccept(turn -> passed.add(name + " at " + (now - 1_000_000)));
  }

  private void runAll() {
    while (!tasks.isEmpty()) {
      Task task = tasks.remove();
      now = task.at();
      task.work().run();
    }
  }
}
