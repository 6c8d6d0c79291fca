package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import io.tocsin.response.Transport;
import java.time.InstantSource;
import java.util.Map;

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
 */
final class Pager {
  private final DeliveryPolicy policy;
  private final Map<Transport, PageTransport> transports;
  private final RetryBackoff backoff;
  private final RetryTimer timer;
  private final InstantSource clock;
  private final Lanes lanes = new Lanes();
  private final TargetShares shares;

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
  }

  /** Begins to deliver the page, or lets it wait for its turn. */
  Delivery deliver(Page page) {
    String target = page.target().name();
    int attempts = shares.enter(target) ? policy.attempts() : 1;
    Delivery delivery = new Delivery(page, transportOf(page), attempts, backoff, timer, clock);
    delivery.whenEnded(receipt -> shares.leave(target));
    lanes.enter(page.incidentId() + '\n' + target, delivery::start);
    return delivery;
  }

  /** Whether nothing is under delivery. */
  boolean isIdle() {
    return lanes.size() == 0 && shares.size() == 0;
  }

  private PageTransport transportOf(Page page) {
    Transport transport = page.target().transport();
    PageTransport found = transports.get(transport);
    if (found == null) {
      throw new IllegalStateException("no transport for " + transport);
    }
    return found;
  }
}
