package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import io.tocsin.response.PageAddress;
import io.tocsin.response.Transport;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Delivers pages.
 *
 * <p><b>In order.</b> Pages of one incident to one target leave one after another: an all-clear
 * that overtook the alarm it ends would leave the alarm standing.
 *
 * <p><b>Side by side.</b> A target holds at most its share of pages with further attempts before
 * them; a page beyond the share still gets one attempt, and ends with it. So a receiver that is
 * dead, however many pages wait for it, holds its share and no more than one timeout for each page
 * beyond, and pages for others find room. No page ends without an attempt because of a neighbour.
 *
 * <p><b>No faster than allowed.</b> {@link Turnstiles} hold each address to its receiver's rate.
 */
final class Pager {
  private final DeliveryPolicy policy;
  private final Map<Transport, PageTransport> transports;
  private final RetryBackoff backoff;
  private final RetryTimer timer;
  private final InstantSource clock;
  private final Lanes lanes = new Lanes();
  private final TargetShares shares;
  private final Turnstiles turnstiles;

  Pager(
      DeliveryPolicy policy,
      Map<Transport, PageTransport> transports,
      RetryBackoff backoff,
      RetryTimer timer,
      InstantSource clock) {
    this.policy = policy;
    this.transports = transports;
    this.backoff = backoff;
    this.timer = timer;
    this.clock = clock;
    this.shares = new TargetShares(policy.pagesPerTarget());
    this.turnstiles = new Turnstiles(timer, clock);
  }

  /** Begins to deliver the page, or lets it wait for its turn. */
  Delivery deliver(Page page) {
    String target = page.target().name();
    int attempts = shares.enter(target) ? policy.attempts() : 1;
    Delivery delivery = new Delivery(page, this::send, attempts, backoff, timer, clock);
    delivery.whenEnded(receipt -> shares.leave(target));
    lanes.enter(page.incidentId() + '\n' + target, delivery::start);
    return delivery;
  }

  /** Whether nothing is under delivery. */
  boolean isIdle() {
    return lanes.size() == 0 && shares.size() == 0;
  }

  /** One attempt, when the receiver allows it. */
  private CompletableFuture<DeliveryAnswer> send(Page page, PageAddress address) {
    PageTransport transport = transports.get(address.transport());
    if (transport == null) {
      throw new IllegalStateException("no transport for " + address.transport());
    }
    return turnstiles
        .turn(page, address, transport.spacingMillis())
        .thenCompose(turn -> transport.send(page, address));
  }
}
