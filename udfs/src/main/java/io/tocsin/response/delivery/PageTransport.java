package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import java.util.concurrent.CompletableFuture;

/** One way for a page to leave. Thread-safe. */
public interface PageTransport {
  /**
   * Makes one attempt, without waiting for it. Faults of the outside world are answers; the future
   * fails only by a fault of our own.
   */
  CompletableFuture<DeliveryAnswer> send(Page page);
}
