package io.tocsin.response.overflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.response.BrandCare;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CareAccount;
import io.tocsin.response.CareQueue;
import io.tocsin.response.Department;
import io.tocsin.response.Guidelines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is counted of each mention that waits for an answer. */
class TicketStepsTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration THREE_DAYS = Duration.ofDays(3);
  private static final Department CARE = new Department("service", "Customer service");

  private final OverflowBook book = new OverflowBook();
  private final TicketsInMemory tickets = new TicketsInMemory();
  private final BrandQueues queues = new BrandQueues(plan(), "v1");

  @Test
  void tellsWhoAnsweredAfterHowLongByDepartmentChannelAndPlace() throws Exception {
    assign("m", "care", "x", "leeds", Duration.ZERO);
    answer("m", Duration.ofMinutes(75));

    assertThat(queues.takeSteps())
        .containsExactly(
            new TicketStep("acme", "service", "x", "leeds", TicketStepKind.ASSIGNED, 0),
            new TicketStep("acme", "service", "x", "leeds", TicketStepKind.ANSWERED, 4_500_000));
    assertThat(queues.takeSteps()).as("told once").isEmpty();
  }

  @Test
  void aMoveCountsNoSecondTimeAndTheDepartmentIsTheFirst() throws Exception {
    assign("m", "care", null, null, Duration.ZERO);
    assign("m", "helpers", null, null, Duration.ofMinutes(2));
    answer("m", Duration.ofMinutes(3));

    assertThat(queues.takeSteps())
        .extracting(TicketStep::department, TicketStep::kind, TicketStep::waitedMillis)
        .containsExactly(
            tuple("service", TicketStepKind.ASSIGNED, 0L),
            tuple("service", TicketStepKind.ANSWERED, 180_000L));
  }

  @Test
  void aSecondAnswerCountsNothing() throws Exception {
    assign("m", "care", null, null, Duration.ZERO);
    answer("m", Duration.ofMinutes(1));
    answer("m", Duration.ofMinutes(2));

    assertThat(queues.takeSteps()).hasSize(2);
  }

  @Test
  void anAnswerThatIsToldBeforeItsAssignmentCountsOnce() throws Exception {
    answer("m", Duration.ofSeconds(90));
    assertThat(queues.takeSteps()).isEmpty();
    assign("m", "care", "x", null, Duration.ZERO);
    assign("m", "care", "x", null, Duration.ZERO);

    assertThat(queues.takeSteps())
        .extracting(TicketStep::kind, TicketStep::waitedMillis)
        .containsExactly(
            tuple(TicketStepKind.ASSIGNED, 0L), tuple(TicketStepKind.ANSWERED, 90_000L));
  }

  @Test
  void aChannelWithoutAnAccountIsOneOfTheOthers() throws Exception {
    assign("m", "care", "a network of their own", null, Duration.ZERO);

    assertThat(queues.takeSteps()).extracting(TicketStep::channel).containsExactly("other");
  }

  @Test
  void whatWaitsForMoreThanThreeDaysIsUnansweredOnce() throws Exception {
    assign("never", "care", null, null, Duration.ZERO);
    assign("too late", "care", null, null, Duration.ZERO);
    assign("in time", "care", null, null, Duration.ZERO);
    answer("in time", THREE_DAYS);
    answer("too late", THREE_DAYS.plusMillis(1));
    queues.takeSteps();
    // The sweep before it, the one after it, and one after that.
    queues.sweep(book, tickets, START.plus(THREE_DAYS));
    assertThat(queues.takeSteps()).isEmpty();
    queues.sweep(book, tickets, START.plus(THREE_DAYS).plusSeconds(1));
    queues.sweep(book, tickets, START.plus(THREE_DAYS).plusSeconds(3_601));

    assertThat(queues.takeSteps())
        .extracting(TicketStep::kind)
        .containsExactly(TicketStepKind.OVERDUE);
  }

  @Test
  void whatIsAnsweredAfterThreeDaysWasUnansweredToo() throws Exception {
    assign("m", "care", null, null, Duration.ZERO);
    answer("m", THREE_DAYS.plusMillis(1));

    assertThat(queues.takeSteps())
        .extracting(TicketStep::kind)
        .containsExactly(TicketStepKind.ASSIGNED, TicketStepKind.OVERDUE, TicketStepKind.ANSWERED);
  }

  private static BrandPlan plan() {
    BrandPlan plain = Plans.plan(List.of(), List.of(), List.of());
    return new BrandPlan(
        plain.terms(),
        plain.displayName(),
        plain.tree(),
        List.of(),
        List.of(),
        plain.severity(),
        "",
        plain.intent(),
        List.of(),
        new BrandCare(
            List.of(new CareAccount("acme", "x", CARE)),
            List.of(new CareQueue("care", null, List.of(), CARE, List.of())),
            List.of(Plans.pool("helpers", 5, 1)),
            Guidelines.NONE));
  }

  private void assign(
      String mention,
      String queue,
      @Nullable String channel,
      @Nullable String location,
      Duration after)
      throws Exception {
    Instant at = START.plus(after);
    tell(
        QueueNews.of(
            new Assignment(mention, "acme", queue, null, null, START, at, channel, location)));
  }

  private void answer(String mention, Duration after) throws Exception {
    Instant at = START.plus(after);
    tell(QueueNews.of(new Response(mention, "acme", ResponseKind.REPLY, "ben", null, at)));
  }

  private void tell(QueueNews news) throws Exception {
    queues.onNews(book, tickets, List.of(news), news.at());
  }
}
