package io.tocsin.response.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.response.Page;
import io.tocsin.response.PageAddress;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.PageReceipt;
import io.tocsin.response.PageTarget;
import io.tocsin.response.Transport;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagerTest {
  private static final int ATTEMPTS = 3;
  private static final int SHARE = 2;
  private static final DeliveryPolicy POLICY =
      new DeliveryPolicy(ATTEMPTS, 1_000, 8_000, 60_000, 5_000, SHARE);

  private final ManualTimer timer = new ManualTimer();
  private final ScriptedTransport transport = new ScriptedTransport();
  private final List<PageReceipt> receipts = new ArrayList<>();
  private final Pager pager =
      new Pager(
          POLICY,
          Map.of(Transport.CONSOLE, transport),
          new RetryBackoff(POLICY, new Random(1)),
          timer,
          InstantSource.fixed(Pages.NOON.plusSeconds(60)));

  @Test
  void deliversAtTheFirstAttempt() {
    Page page = Pages.console();
    deliver(page);

    assertThat(receipts)
        .containsExactly(
            new PageReceipt(
                page.dedupKey(),
                page.action(),
                "acme-1",
                "acme",
                "on-call",
                PageOutcome.DELIVERED,
                1,
                "fine: the receiver took it",
                Pages.NOON,
                Pages.NOON.plusSeconds(60)));
    assertThat(pager.isIdle()).isTrue();
  }

  @Test
  void triesAgainUntilThePageIsTaken() {
    transport.answers("on-call", DeliveryVerdict.RETRY, DeliveryVerdict.RETRY, DeliveryVerdict.OK);
    deliver(Pages.console());
    timer.runAll();

    assertEnd(PageOutcome.DELIVERED, 3);
  }

  @Test
  void givesUpWhenEveryAttemptFailed() {
    transport.alwaysAnswers("on-call", DeliveryVerdict.RETRY);
    deliver(Pages.console());
    timer.runAll();

    assertEnd(PageOutcome.EXHAUSTED, ATTEMPTS);
    assertThat(receipts.get(0).detail())
        .isEqualTo("fine: the receiver may take it later; given up after attempt 3 of 3");
  }

  @Test
  void acceptsARefusalAtOnce() {
    transport.answers("on-call", DeliveryVerdict.DROP);
    deliver(Pages.console());
    assertEnd(PageOutcome.REFUSED, 1);

    transport.answers("on-call", DeliveryVerdict.FATAL);
    deliver(Pages.console());
    assertThat(receipts).last().extracting(PageReceipt::outcome).isEqualTo(PageOutcome.REFUSED);
  }

  @Test
  void countsAFaultOfItsOwnAsAFailedAttempt() {
    transport.breaks = true;
    deliver(Pages.console());
    timer.runAll();

    assertEnd(PageOutcome.EXHAUSTED, ATTEMPTS);
    assertThat(receipts.get(0).detail()).startsWith("could not be sent: ").contains("broken");
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() {
    transport.answersRetryAfter("on-call", 42_000);
    deliver(Pages.console());

    assertThat(timer.waits()).containsExactly(42_000L);
  }

  @Test
  void keepsAnAllClearBehindTheAlarmThatItEnds() {
    transport.answers("on-call", DeliveryVerdict.RETRY);
    deliver(Pages.of("acme-1", "alarm", "on-call"));
    deliver(Pages.of("acme-1", "all-clear", "on-call"));
    assertThat(transport.sent).containsExactly("acme-1/alarm");

    timer.runAll();
    assertThat(transport.sent).containsExactly("acme-1/alarm", "acme-1/alarm", "acme-1/all-clear");
  }

  @Test
  void letsOtherIncidentsAndTargetsPass() {
    transport.alwaysAnswers("dead", DeliveryVerdict.RETRY);
    deliver(Pages.of("acme-1", "alarm", "dead"));
    deliver(Pages.of("acme-1", "alarm", "on-call"));
    deliver(Pages.of("acme-2", "alarm", "on-call"));

    assertThat(receipts).extracting(PageReceipt::outcome).containsOnly(PageOutcome.DELIVERED);
    assertThat(receipts).hasSize(2);
  }

  @Test
  void givesPagesBeyondATargetsShareASingleAttempt() {
    transport.alwaysAnswers("dead", DeliveryVerdict.RETRY);
    for (int incident = 1; incident <= SHARE + 3; incident++) {
      deliver(Pages.of("acme-" + incident, "alarm", "dead"));
    }

    assertThat(receipts)
        .hasSize(3)
        .allMatch(receipt -> receipt.outcome() == PageOutcome.EXHAUSTED && receipt.attempts() == 1);
    timer.runAll();
    assertThat(receipts).hasSize(SHARE + 3);
    assertThat(receipts.subList(3, SHARE + 3)).allMatch(receipt -> receipt.attempts() == ATTEMPTS);
    assertThat(pager.isIdle()).isTrue();
  }

  @Test
  void givesATargetItsFullAttemptsAgainWhenItHasRoom() {
    transport.alwaysAnswers("dead", DeliveryVerdict.RETRY);
    for (int incident = 1; incident <= SHARE + 1; incident++) {
      deliver(Pages.of("acme-" + incident, "alarm", "dead"));
    }
    timer.runAll();
    deliver(Pages.of("acme-9", "alarm", "dead"));
    timer.runAll();

    assertThat(receipts).last().extracting(PageReceipt::attempts).isEqualTo(ATTEMPTS);
  }

  @Test
  void endsAPageThatIsGivenUpFromOutsideOnlyOnce() {
    transport.alwaysAnswers("on-call", DeliveryVerdict.RETRY);
    Delivery first = deliver(Pages.of("acme-1", "alarm", "on-call"));
    Delivery second = deliver(Pages.of("acme-1", "all-clear", "on-call"));
    second.giveUp("too late");
    first.giveUp("too late");
    timer.runAll();

    assertThat(receipts)
        .extracting(PageReceipt::outcome)
        .containsExactly(PageOutcome.EXHAUSTED, PageOutcome.EXHAUSTED);
    assertThat(receipts).extracting(PageReceipt::attempts).containsExactly(0, 1);
    assertThat(transport.sent).containsExactly("acme-1/alarm");
    assertThat(pager.isIdle()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void endsEveryPageInExactlyOneReceiptAndKeepsEachLaneInOrder(long seed) {
    Random random = new Random(seed);
    transport.random = random;
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Page page =
          Pages.of("acme-" + random.nextInt(5), "%04d".formatted(i), "t" + random.nextInt(4));
      keys.add(page.dedupKey());
      deliver(page);
      timer.runSome(random.nextInt(3));
    }
    timer.runAll();

    assertThat(receipts)
        .as("seed %d", seed)
        .extracting(PageReceipt::dedupKey)
        .containsExactlyInAnyOrderElementsOf(keys);
    Map<String, List<String>> lanes = new HashMap<>();
    for (PageReceipt receipt : receipts) {
      lanes
          .computeIfAbsent(receipt.incidentId() + receipt.target(), lane -> new ArrayList<>())
          .add(receipt.dedupKey());
    }
    assertThat(lanes.values()).as("seed %d", seed).allSatisfy(lane -> assertThat(lane).isSorted());
    assertThat(pager.isIdle()).as("seed %d", seed).isTrue();
  }

  @Test
  void goesToTheFallbackWhereTheFirstAddressRefuses() {
    transport.answers("first", DeliveryVerdict.FATAL);
    deliver(Pages.withAddresses("first", "second"));

    assertEnd(PageOutcome.DELIVERED, 2);
    assertThat(receipts.get(0).detail())
        .isEqualTo(
            "console failed (fine: the receiver takes no page until its address or our access is"
                + " corrected); fine: the receiver took it");
  }

  @Test
  void doesNotTryADeadAddressForLongWhileAnotherWaits() {
    transport.alwaysAnswers("first", DeliveryVerdict.RETRY);
    deliver(Pages.withAddresses("first", "second"));
    timer.runSome(ATTEMPTS);

    assertEnd(PageOutcome.DELIVERED, (ATTEMPTS + 1) / 2 + 1);
  }

  @Test
  void endsWithTheLastAddress() {
    transport.answers("first", DeliveryVerdict.FATAL);
    transport.answers("second", DeliveryVerdict.DROP);
    deliver(Pages.withAddresses("first", "second"));

    assertEnd(PageOutcome.REFUSED, 2);
  }

  @Test
  void hasPatienceForEveryAttemptAtEveryAddress() {
    String[] addresses = {"first", "second", "third"};
    assertThat(addresses).hasSize(1 + PageTarget.MOST_FALLBACKS);
    for (String address : addresses) {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        transport.answersRetryAfter(address, POLICY.maxRetryAfterMillis());
      }
    }
    deliver(Pages.withAddresses(addresses));
    timer.runAll();

    assertEnd(PageOutcome.EXHAUSTED, 2 * ((ATTEMPTS + 1) / 2) + ATTEMPTS);
    assertThat(timer.now + transport.sent.size() * POLICY.timeoutMillis())
        .isEqualTo(POLICY.patienceMillis());
  }

  private Delivery deliver(Page page) {
    Delivery delivery = pager.deliver(page);
    delivery.whenEnded(receipts::add);
    return delivery;
  }

  private void assertEnd(PageOutcome outcome, int attempts) {
    assertThat(receipts).hasSize(1);
    assertThat(receipts.get(0).outcome()).isEqualTo(outcome);
    assertThat(receipts.get(0).attempts()).isEqualTo(attempts);
    assertThat(pager.isIdle()).isTrue();
  }

  /** Answers as it is told, at once; OK where it is told nothing. */
  private static final class ScriptedTransport implements PageTransport {
    private static final List<DeliveryVerdict> VERDICTS = List.of(DeliveryVerdict.values());

    private final Map<String, Deque<DeliveryAnswer>> scripts = new HashMap<>();
    private final Map<String, DeliveryVerdict> habits = new HashMap<>();
    private final List<String> sent = new ArrayList<>();
    private @Nullable Random random;
    private boolean breaks;

    void answers(String target, DeliveryVerdict... verdicts) {
      Deque<DeliveryAnswer> script = scripts.computeIfAbsent(target, name -> new ArrayDeque<>());
      for (DeliveryVerdict verdict : verdicts) {
        script.add(new DeliveryAnswer(verdict, "fine", 0));
      }
    }

    void answersRetryAfter(String target, long millis) {
      scripts
          .computeIfAbsent(target, name -> new ArrayDeque<>())
          .add(new DeliveryAnswer(DeliveryVerdict.RETRY, "busy", millis));
    }

    void alwaysAnswers(String target, DeliveryVerdict verdict) {
      habits.put(target, verdict);
    }

    @Override
    public CompletableFuture<DeliveryAnswer> send(Page page, PageAddress address) {
      String key = page.dedupKey();
      sent.add(page.incidentId() + key.substring(key.lastIndexOf('/')));
      if (breaks) {
        throw new IllegalStateException("broken");
      }
      String url = address.url();
      return CompletableFuture.completedFuture(answer(url == null ? page.target().name() : url));
    }

    private DeliveryAnswer answer(String target) {
      Deque<DeliveryAnswer> script = scripts.getOrDefault(target, new ArrayDeque<>());
      DeliveryVerdict habit = habits.getOrDefault(target, DeliveryVerdict.OK);
      if (random != null) {
        habit = VERDICTS.get(random.nextInt(VERDICTS.size()));
      }
      return script.isEmpty() ? new DeliveryAnswer(habit, "fine", 0) : script.remove();
    }
  }

  /** Runs tasks when the test says so, the earliest first. */
  private static final class ManualTimer implements RetryTimer {
    private record Task(long at, long order, Runnable work) {}

    private final PriorityQueue<Task> tasks =
        new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::order));
    private long now;
    private long order;

    @Override
    public void after(long millis, Runnable task) {
      tasks.add(new Task(now + millis, order++, task));
    }

    List<Long> waits() {
      return tasks.stream().map(task -> task.at() - now).toList();
    }

    void runSome(int count) {
      for (int i = 0; i < count && !tasks.isEmpty(); i++) {
        Task task = tasks.remove();
        now = task.at();
        task.work().run();
      }
    }

    void runAll() {
      runSome(Integer.MAX_VALUE);
    }
  }
}
