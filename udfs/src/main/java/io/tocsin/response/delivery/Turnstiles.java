package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages through to each address no faster than its receiver allows: alarms before all-clears,
 * the more severe first, then in the order in which they came. Thread-safe.
 */
final class Turnstiles {
  private final RetryTimer timer;
  private final InstantSource clock;
  private final Map<PageAddress, Turnstile> turnstiles = new ConcurrentHashMap<>();

  Turnstiles(RetryTimer timer, InstantSource clock) {
    this.timer = timer;
    this.clock = clock;
  }

  /**
   * Completes when it is the page's turn.
   *
   * @param spacingMillis how long after each page the next one may follow; 0 for at once
   */
  CompletableFuture<@Nullable Void> turn(Page page, PageAddress address, long spacingMillis) {
    return spacingMillis == 0
        ? CompletableFuture.completedFuture(null)
        : turnstiles.computeIfAbsent(address, key -> new Turnstile(spacingMillis)).turn(page);
  }

  /** One that waits. */
  private record Waiting(Page page, long number, CompletableFuture<@Nullable Void> turn) {
    static final Comparator<Waiting> MOST_URGENT_FIRST =
        Comparator.comparing((Waiting waiting) -> waiting.page.action() != PageAction.TRIGGER)
            .thenComparing(waiting -> waiting.page.severity(), Comparator.reverseOrder())
            .thenComparingLong(Waiting::number);
  }

  /** The turnstile of one address. */
  private final class Turnstile {
    private final long spacingMillis;
    private final PriorityQueue<Waiting> queue = new PriorityQueue<>(Waiting.MOST_URGENT_FIRST);
    private long entered;
    private long freeAtMillis = Long.MIN_VALUE;
    private boolean timed;

    Turnstile(long spacingMillis) {
      this.spacingMillis = spacingMillis;
    }

    CompletableFuture<@Nullable Void> turn(Page page) {
      CompletableFuture<@Nullable Void> turn = new CompletableFuture<>();
      synchronized (this) {
        queue.add(new Waiting(page, entered++, turn));
      }
      serve(false);
      return turn;
    }

    /** Completes turns outside the lock, because what follows them is not ours. */
    private void serve(boolean byTimer) {
      List<Waiting> served = new ArrayList<>();
      synchronized (this) {
        timed &= !byTimer;
        long now = clock.millis();
        if (!queue.isEmpty() && now >= freeAtMillis) {
          served.add(queue.remove());
          freeAtMillis = now + spacingMillis;
        }
        if (!queue.isEmpty() && !timed) {
          timed = true;
          timer.after(Math.max(1, freeAtMillis - now), () -> serve(true));
        }
      }
      served.forEach(waiting -> waiting.turn.complete(null));
    }
  }
}
