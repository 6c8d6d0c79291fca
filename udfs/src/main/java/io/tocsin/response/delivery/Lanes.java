package io.tocsin.response.delivery;

import io.tocsin.response.PageReceipt;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Deliveries that go on at once in different lanes, and one after another in one lane. */
final class Lanes {
  private final Map<String, CompletableFuture<Void>> lasts = new ConcurrentHashMap<>();

  /** Starts the delivery when everything that entered the lane before it has ended, well or not. */
  void enter(String lane, Supplier<CompletableFuture<PageReceipt>> delivery) {
    CompletableFuture<Void> mine = new CompletableFuture<>();
    CompletableFuture<Void> before = lasts.put(lane, mine);
    CompletableFuture<Void> turn =
        before == null ? CompletableFuture.completedFuture(null) : before;
    CompletableFuture<PageReceipt> unused =
        turn.thenCompose(ended -> delivery.get())
            .whenComplete((result, fault) -> leave(lane, mine));
  }

  /** Lanes in which something is going on. */
  int size() {
    return lasts.size();
  }

  private void leave(String lane, CompletableFuture<Void> mine) {
    lasts.remove(lane, mine);
    mine.complete(null);
  }
}
