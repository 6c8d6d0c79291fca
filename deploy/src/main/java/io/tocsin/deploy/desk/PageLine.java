package io.tocsin.deploy.desk;

import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.PageReceipt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page as the desk shows it. The target's URL is left out: a webhook's address is often its only
 * secret.
 *
 * @param at event time of the decision
 * @param target name of the on-call target
 * @param decision why this target is paged
 * @param delivery how the delivery ended; null while it is under way
 */
record PageLine(
    String dedupKey,
    PageAction action,
    String incidentId,
    String brand,
    Severity severity,
    Instant at,
    String target,
    String title,
    String decision,
    @Nullable Delivery delivery) {
  /**
   * How a delivery ended.
   *
   * @param attempts how often it was tried
   * @param detail the receiver's answer or the fault
   * @param at wall-clock time of the outcome
   */
  record Delivery(PageOutcome outcome, int attempts, String detail, Instant at) {}

  static PageLine of(Page page, @Nullable PageReceipt receipt) {
    return new PageLine(
        page.dedupKey(),
        page.action(),
        page.incidentId(),
        page.brand(),
        page.severity(),
        page.at(),
        page.target().name(),
        page.title(),
        page.decision(),
        receipt == null ? null : deliveryOf(receipt));
  }

  private static Delivery deliveryOf(PageReceipt receipt) {
    return new Delivery(receipt.outcome(), receipt.attempts(), receipt.detail(), receipt.at());
  }
}
