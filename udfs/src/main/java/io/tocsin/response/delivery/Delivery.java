package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import io.tocsin.response.PageAddress;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.PageReceipt;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The delivery of one page: attempts, one at a time, until the page is taken, or refused and given
 * up at every address of its target. It ends in exactly one receipt.
 */
final class Delivery {
  private final Page page;
  private final Attempt oneAttempt;
  private final int maxAttempts;
  private final RetryBackoff backoff;
  private final RetryTimer timer;
  private final InstantSource clock;
  private final CompletableFuture<PageReceipt> receipt = new CompletableFuture<>();
  private volatile int attempts;

  /**
   * Which attempt it is.
   *
   * @param address which of the target's addresses, from 0
   * @param here which attempt at that address, from 1
   * @param all which attempt in all, from 1
   * @param failures what came of the addresses before, for a person
   */
  private record Turn(int address, int here, int all, String failures) {
    Turn again() {
      return new Turn(address, here + 1, all + 1, failures);
    }

    Turn elsewhere(String failure) {
      return new Turn(address + 1, 1, all + 1, failures + failure + "; ");
    }
  }

  /** Sends a page to an address once. */
  interface Attempt {
    CompletableFuture<DeliveryAnswer> send(Page page, PageAddress address);
  }

  Delivery(
      Page page,
      Attempt oneAttempt,
      int maxAttempts,
      RetryBackoff backoff,
      RetryTimer timer,
      InstantSource clock) {
    this.page = page;
    this.oneAttempt = oneAttempt;
    this.maxAttempts = maxAttempts;
    this.backoff = backoff;
    this.timer = timer;
    this.clock = clock;
  }

  /** Hands on the receipt when there is one. */
  void whenEnded(Consumer<PageReceipt> then) {
    CompletableFuture<Void> unused = receipt.thenAccept(then);
  }

  /** Begins, unless it was given up before its turn. */
  CompletableFuture<PageReceipt> start() {
    attempt(new Turn(0, 1, 1, ""));
    return receipt;
  }

  /** Ends it as it stands; an answer that comes later changes nothing. */
  void giveUp(String why) {
    end(PageOutcome.EXHAUSTED, why);
  }

  private void attempt(Turn turn) {
    if (!receipt.isDone()) {
      attempts = turn.all();
      CompletableFuture<Void> unused =
          CompletableFuture.completedFuture(addresses().get(turn.address()))
              .thenCompose(address -> oneAttempt.send(page, address))
              .exceptionally(Delivery::ourOwnFault)
              .thenAccept(answer -> judge(turn, answer));
    }
  }

  private void judge(Turn turn, DeliveryAnswer answer) {
    String detail = answer.detail() + ": " + answer.verdict().reason();
    switch (answer.verdict()) {
      case OK -> end(PageOutcome.DELIVERED, turn.failures() + detail);
      case DROP, FATAL -> fail(turn, PageOutcome.REFUSED, detail);
      case RETRY -> retry(turn, answer.retryAfterMillis(), detail);
    }
  }

  private void retry(Turn turn, long retryAfterMillis, String detail) {
    int most = isLast(turn) ? maxAttempts : DeliveryPolicy.attemptsBeforeFallback(maxAttempts);
    if (turn.here() >= most) {
      String given = "%s; given up after attempt %d of %d".formatted(detail, turn.here(), most);
      fail(turn, PageOutcome.EXHAUSTED, given);
    } else {
      timer.after(backoff.waitMillis(turn.here(), retryAfterMillis), () -> attempt(turn.again()));
    }
  }

  /** Goes on to the next address; where there is none, that was it. */
  private void fail(Turn turn, PageOutcome outcome, String detail) {
    if (isLast(turn)) {
      end(outcome, turn.failures() + detail);
    } else {
      String transport = Texts.word(addresses().get(turn.address()).transport());
      attempt(turn.elsewhere(transport + " failed (" + detail + ")"));
    }
  }

  private boolean isLast(Turn turn) {
    return turn.address() + 1 == addresses().size();
  }

  private List<PageAddress> addresses() {
    return page.target().addresses();
  }

  private void end(PageOutcome outcome, String detail) {
    receipt.complete(
        new PageReceipt(
            page.dedupKey(),
            page.action(),
            page.incidentId(),
            page.brand(),
            page.target().name(),
            outcome,
            attempts,
            detail,
            page.at(),
            clock.instant()));
  }

  private static DeliveryAnswer ourOwnFault(Throwable fault) {
    return DeliveryAnswer.of(DeliveryVerdict.RETRY, "could not be sent: " + fault);
  }
}
