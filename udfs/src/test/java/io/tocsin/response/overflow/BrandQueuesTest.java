package io.tocsin.response.overflow;

import static io.tocsin.response.overflow.Plans.plan;
import static io.tocsin.response.overflow.Plans.pool;
import static io.tocsin.response.overflow.Plans.queue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.incident.Severity;
import io.tocsin.mention.Drill;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.QueueRedirect;
import io.tocsin.response.Redirect;
import io.tocsin.response.RedirectReason;
import io.tocsin.response.ValveState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A queue of ten, a pool of six and one of four. */
class BrandQueuesTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final String FIRST = "acme-1/care/first";
  private static final String SECOND = "acme-1/care/second";

  private final OverflowBook book = new OverflowBook();
  private final TicketsInMemory tickets = new TicketsInMemory();
  private final FakeRouter router = new FakeRouter(Plans.BRAND);
  private BrandQueues queues = new BrandQueues(tiers("care", 10L), "v7");
  private Instant now = START;

  @Test
  void opensWhenMoreWaitThanTheQueueCanTakeAndTheSeverityIsReached() throws Exception {
    receive(14);
    assertThat(router.told).as("no incident").isEmpty();

    incident(Severity.WARNING, false);

    assertThat(router.told).hasSize(1);
    Redirect valve = router.told.get(0);
    assertThat(valve.id()).isEqualTo(FIRST);
    assertThat(valve.reason()).isEqualTo(RedirectReason.BACKLOG);
    assertThat(valve.quota()).isEqualTo(6);
    assertThat(valve.backlog()).isEqualTo(14);
    assertThat(valve.capacity()).isEqualTo(10);
    assertThat(valve.waitingSince()).isEqualTo(START);
    assertThat(valve.planVersion()).isEqualTo("v7");
    assertThat(valve.decision())
        .isEqualTo("14 wait in care, which can take 10: at most 6 to first");
  }

  @Test
  void opensNothingForANoticeNorForWhatTheQueueCanTake() throws Exception {
    receive(14);
    incident(Severity.NOTICE, false);
    assertThat(router.told).isEmpty();

    answer("care", 4);
    incident(Severity.WARNING, false);
    assertThat(router.told).isEmpty();
  }

  @Test
  void closesWhatANewPlanWantsMoreSkillFor() throws Exception {
    receive(14);
    incident(Severity.WARNING, false);
    queues =
        new BrandQueues(
            plan(
                List.of(queue("care", 10L, "billing")),
                List.of(pool("first", 6, 3)),
                List.of(new QueueRedirect("care", "first", Severity.WARNING))),
            "v8");
    router.hear(queues.onNews(book, tickets, List.of(), now));

    assertThat(router.last(FIRST).state()).isEqualTo(ValveState.CLOSED);
    assertThat(router.last(FIRST).reason()).isEqualTo(RedirectReason.PLAN_CHANGED);
  }

  @Test
  void opensTheNextTierWhenTheFirstIsNotEnough() throws Exception {
    receive(17);
    incident(Severity.WARNING, false);

    assertThat(router.told)
        .extracting(Redirect::id, Redirect::tier, Redirect::reason, Redirect::quota)
        .containsExactly(
            tuple(FIRST, 1, RedirectReason.BACKLOG, 6L),
            tuple(SECOND, 2, RedirectReason.TIER_FULL, 4L));
  }

  @Test
  void grantsNoMoreThanAPoolHasRoomForOverAllItsValves() throws Exception {
    queues =
        new BrandQueues(
            plan(
                List.of(queue("care", 10L), queue("sales", 0L)),
                List.of(pool("first", 6, 3)),
                List.of(
                    new QueueRedirect("care", "first", Severity.WARNING),
                    new QueueRedirect("sales", "first", Severity.WARNING))),
            "v1");
    router.receive("first", now);
    router.receive("sales", now);
    receive(11);

    incident(Severity.WARNING, false);

    assertThat(router.told)
        .extracting(Redirect::id, Redirect::quota)
        .as("one of the six is taken, and all the rest is granted to the first queue")
        .containsExactly(tuple(FIRST, 5L));
  }

  @Test
  void widensAValveWhenItsBackupHasRoomAgain() throws Exception {
    for (int i = 0; i < 5; i++) {
      router.receive("first", now);
    }
    receive(30);
    incident(Severity.WARNING, false);
    assertThat(router.last(FIRST).quota()).isEqualTo(1);
    move();

    answer("first", 3);

    assertThat(router.last(FIRST).reason()).isEqualTo(RedirectReason.WIDENED);
    assertThat(router.last(FIRST).quota()).isEqualTo(4);
  }

  @Test
  void movesNothingBelowTheFloor() throws Exception {
    queues =
        new BrandQueues(
            plan(
                List.of(queue("care", 10L, "networks")),
                List.of(pool("first", 6, 3), pool("second", 4, 2, "english", "networks")),
                List.of(
                    new QueueRedirect(
                        "care", List.of("first", "second"), Severity.WARNING, 0.7, 300_000))),
            "v1");
    receive(40);

    incident(Severity.WARNING, false);

    assertThat(router.told)
        .extracting(Redirect::toQueue, Redirect::tier)
        .containsExactly(tuple("second", 2));
  }

  @Test
  void closesWhenTheQueueHasHadItsOwnForAWhileAndCountsWhatWasMovedAsItsOwn() throws Exception {
    receive(14);
    incident(Severity.WARNING, false);
    move();
    assertThat(router.in("first")).isEqualTo(4);
    answer("care", 6);
    pass(600);
    assertThat(router.reasons())
        .as("4 wait here and 4 were moved: more than 7 of 10")
        .containsExactly(RedirectReason.BACKLOG);

    answer("care", 1);
    pass(299);
    assertThat(router.reasons()).hasSize(1);
    receive(4);
    answer("care", 4);
    pass(300);

    Redirect closed = router.last(FIRST);
    assertThat(closed.reason()).isEqualTo(RedirectReason.CALM);
    assertThat(closed.state()).isEqualTo(ValveState.CLOSED);
    assertThat(closed.outstanding()).isEqualTo(4);
    assertThat(closed.decision()).contains("4 of 4 moved are still open");
  }

  @Test
  void tellsWhenAllThatWasMovedIsFinishedOrBack() throws Exception {
    receive(14);
    incident(Severity.WARNING, false);
    move();
    router.claim(router.unclaimedIn("first").get(0), now);
    incident(Severity.WARNING, true);
    assertThat(router.last(FIRST).reason()).isEqualTo(RedirectReason.RESOLVED);
    assertThat(router.last(FIRST).outstanding()).isEqualTo(4);

    move();
    assertThat(router.in("care")).isEqualTo(13);
    assertThat(router.last(FIRST).reason())
        .as("one is being answered")
        .isNotEqualTo(RedirectReason.RETURNED);
    router.open.values().stream()
        .filter(mention -> mention.claimed)
        .toList()
        .forEach(mention -> router.answer(mention, now));
    tell();

    Redirect back = router.last(FIRST);
    assertThat(back.reason()).isEqualTo(RedirectReason.RETURNED);
    assertThat(back.moved()).isEqualTo(4);
    assertThat(back.movedBack()).isEqualTo(3);
    assertThat(back.outstanding()).isZero();
    assertThat(book.valves).isEmpty();
  }

  @Test
  void opensBySeverityAloneWhereNoCapacityIsGivenAndClosesWhenItIsOver() throws Exception {
    queues =
        new BrandQueues(
            plan(
                List.of(),
                List.of(),
                List.of(new QueueRedirect("care", "first", Severity.WARNING))),
            "v1");
    incident(Severity.WARNING, false);
    incident(Severity.WARNING, false);
    incident(Severity.WARNING, true);

    assertThat(router.told)
        .extracting(Redirect::reason, Redirect::state, Redirect::quota)
        .containsExactly(
            tuple(RedirectReason.SEVERITY, ValveState.OPEN, null),
            tuple(RedirectReason.RESOLVED, ValveState.CLOSED, null));
    assertThat(router.told.get(0).decision())
        .isEqualTo("warning opens the overflow, as from warning");
    assertThat(book.isEmpty()).isTrue();
  }

  @Test
  void aDrillOpensByItsSeverityAndSaysThatNothingIsMoved() throws Exception {
    Drill drill = new Drill("drill-1", false, START);
    QueueNews begins =
        new QueueNews(
            Plans.BRAND,
            now,
            new QueueNews.IncidentNews("acme~drill-1~1", Severity.WARNING, false, drill),
            null,
            null);

    List<Redirect> turned = queues.onNews(book, tickets, List.of(begins), now);

    assertThat(turned)
        .extracting(Redirect::toQueue, Redirect::reason, Redirect::drill)
        .containsExactly(tuple("first", RedirectReason.SEVERITY, drill));
    assertThat(turned.get(0).decision())
        .startsWith("DRILL, nothing is moved: warning opens the overflow");
  }

  @Test
  void theWaitClockGoesOnWhenAMentionIsMoved() throws Exception {
    receive(14);
    incident(Severity.WARNING, false);
    pass(600);
    move();

    assertThat(queues.report(book, now, true))
        .filteredOn(report -> report.queue().equals("first"))
        .extracting(QueueReport::waitingSince, QueueReport::waiting)
        .containsExactly(tuple(START, 4L));
  }

  @Test
  void countsWhatIsClaimedAndWhatWasMovedOnce() throws Exception {
    receive(14);
    incident(Severity.WARNING, false);
    move();
    router.claim(router.unclaimedIn("care").get(0), now);
    tell();

    assertThat(queues.report(book, now, false))
        .extracting(
            QueueReport::queue, QueueReport::waiting, QueueReport::claimed, QueueReport::moved)
        .containsExactly(tuple("care", 9L, 1L, 4L), tuple("first", 4L, 0L, 0L));
    assertThat(queues.report(book, now, false)).as("nothing changed").isEmpty();
  }

  @Test
  void anAnswerThatIsToldBeforeItsAssignmentCounts() throws Exception {
    Response reply = new Response("m", "acme", ResponseKind.REPLY, "ben", null, now);
    Assignment earlier =
        new Assignment("m", "acme", "care", null, null, now.minusSeconds(9), now.minusSeconds(9));

    queues.onNews(book, tickets, List.of(QueueNews.of(reply)), now);
    queues.onNews(book, tickets, List.of(QueueNews.of(earlier)), now);

    assertThat(book.open("care")).isZero();
  }

  @Test
  void aQueueThatThePlanDoesNotNameIsOneOfTheOthers() throws Exception {
    router.receive("whatever", now);
    tell();

    assertThat(queues.report(book, now, true))
        .extracting(QueueReport::queue)
        .containsExactly("other");
  }

  @Test
  void forgetsAnswersAfterAnHourAndWhatNobodyAnswersAfterAWeek() throws Exception {
    receive(2);
    answer("care", 1);
    queues.sweep(book, tickets, now.plusMillis(TicketLedger.ANSWER_KEPT_MILLIS + 1));
    assertThat(tickets.tickets).hasSize(1);

    queues.sweep(book, tickets, now.plusMillis(TicketLedger.LONGEST_WAIT_MILLIS + 1));
    queues.report(book, now, true);

    assertThat(tickets.tickets).isEmpty();
    assertThat(book.isEmpty()).isTrue();
  }

  private static BrandPlan tiers(String queue, Long capacity) {
    return plan(
        List.of(queue(queue, capacity)),
        List.of(pool("first", 6, 3), pool("second", 4, 2)),
        List.of(
            new QueueRedirect(queue, List.of("first", "second"), Severity.WARNING, 0.7, 300_000)));
  }

  private void receive(int mentions) throws Exception {
    for (int i = 0; i < mentions; i++) {
      router.receive("care", now);
    }
    tell();
  }

  private void answer(String place, int mentions) throws Exception {
    router.unclaimedIn(place).stream()
        .limit(mentions)
        .forEach(mention -> router.answer(mention, now));
    tell();
  }

  private void move() throws Exception {
    router.move(now);
    tell();
  }

  private void tell() throws Exception {
    router.hear(queues.onNews(book, tickets, router.news(), now));
  }

  private void pass(long seconds) throws Exception {
    tell();
    now = now.plusSeconds(seconds);
    tell();
  }

  private void incident(Severity severity, boolean over) throws Exception {
    QueueNews news =
        new QueueNews(
            Plans.BRAND,
            now,
            new QueueNews.IncidentNews("acme-1", severity, over, null),
            null,
            null);
    router.hear(queues.onNews(book, tickets, List.of(news), now));
  }
}
