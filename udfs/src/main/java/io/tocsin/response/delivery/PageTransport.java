package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import io.tocsin.response.PageAddress;
import java.util.concurrent.CompletableFuture;

/** One way for a page to leave. Thread-safe. */
public interface PageTransport {
  /**
   * Makes one attempt, without waiting for it. Faults of the outside world are answers; the future
   * fails only by a fault of our own.
   *
   * @param address one of the addresses of the page's target
   */
  CompletableFuture<DeliveryAnswer> send(Page page, PageAddress address);

  /** How long after each page to one address the next one may follow; 0 for at once. */
  default long spacingMillis() {
    return 0;
  }
}
