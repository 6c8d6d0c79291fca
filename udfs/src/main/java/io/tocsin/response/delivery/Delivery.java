package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.PageReceipt;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The delivery of one page: attempts, one at a time, until the page is taken, refused, or given up.
 * It ends in exactly one receipt.
 */
final class Delivery {
  private final Page page;
  private final PageTransport transport;
  private final int maxAttempts;
  private final RetryBackoff backoff;
  private final RetryTimer timer;
  private final InstantSource clock;
  private final CompletableFuture<PageReceipt> receipt = new CompletableFuture<>();
  private volatile int attempts;

  Delivery(
      Page page,
      PageTransport transport,
      int maxAttempts,
      RetryBackoff backoff,
      RetryTimer timer,
      InstantSource clock) {
    this.page = page;
    this.transport = transport;
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
    attempt(1);
    return receipt;
  }

  /** Ends it as it stands; an answer that comes later changes nothing. */
  void giveUp(String why) {
    end(PageOutcome.EXHAUSTED, why);
  }

  private void attempt(int number) {
    if (!receipt.isDone()) {
      attempts = number;
      CompletableFuture<Void> unused =
          CompletableFuture.completedFuture(page)
              .thenCompose(transport::send)
              .exceptionally(Delivery::ourOwnFault)
              .thenAccept(this::judge);
    }
  }

  private void judge(DeliveryAnswer answer) {
    String detail = answer.detail() + ": " + answer.verdict().reason();
    switch (answer.verdict()) {
      case OK -> end(PageOutcome.DELIVERED, detail);
      case DROP, FATAL -> end(PageOutcome.REFUSED, detail);
      case RETRY -> retry(answer.retryAfterMillis(), detail);
    }
  }

  private void retry(long retryAfterMillis, String detail) {
    int made = attempts;
    if (made >= maxAttempts) {
      end(
          PageOutcome.EXHAUSTED,
          "%s; given up after attempt %d of %d".formatted(detail, made, maxAttempts));
    } else {
      timer.after(backoff.waitMillis(made, retryAfterMillis), () -> attempt(made + 1));
    }
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
