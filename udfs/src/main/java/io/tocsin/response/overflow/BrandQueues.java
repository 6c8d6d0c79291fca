package io.tocsin.response.overflow;

import io.tocsin.response.BrandPlan;
import io.tocsin.response.Redirect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What happens to the queues of one brand when something is told of them. */
final class BrandQueues {
  private final String brand;
  private final TicketLedger ledger;
  private final OverflowPlanner planner;

  BrandQueues(BrandPlan plan, String planVersion) {
    OverflowRules rules = OverflowRules.of(plan);
    brand = plan.brand();
    ledger = new TicketLedger(brand, rules);
    planner = new OverflowPlanner(plan, rules, planVersion);
  }

  /** Takes the news, and turns what valves are to be turned now. */
  List<Redirect> onNews(OverflowBook book, Tickets tickets, List<QueueNews> news, Instant now)
      throws Exception {
    List<Redirect> turned = new ArrayList<>();
    for (QueueNews one : news) {
      if (one.incident() != null) {
        turned.addAll(planner.onIncident(book, one.incident(), now));
      }
      if (one.assignment() != null) {
        ledger.onAssignment(book, tickets, one.assignment());
      }
      if (one.response() != null) {
        ledger.onResponse(book, tickets, one.response());
      }
    }
    turned.addAll(planner.turn(book, now));
    return turned;
  }

  /** Forgets what is long over; turns what that changes. */
  List<Redirect> sweep(OverflowBook book, Tickets tickets, Instant now) throws Exception {
    ledger.sweep(book, tickets, now);
    return planner.turn(book, now);
  }

  /** What became of mentions since this was asked last. */
  List<TicketStep> takeSteps() {
    return ledger.takeSteps();
  }

  /**
   * How queues stand that changed, in the order of their names.
   *
   * @param all whether those that hold anything are told too
   */
  List<QueueReport> report(OverflowBook book, Instant now, boolean all) {
    List<QueueReport> reports = new ArrayList<>();
    for (Map.Entry<String, QueueLoad> entry : new TreeMap<>(book.loads).entrySet()) {
      QueueLoad load = entry.getValue();
      if (load.changed || (all && load.open > 0)) {
        reports.add(report(entry.getKey(), load, now));
        load.changed = false;
        load.moved = 0;
      }
      if (load.open == 0) {
        book.loads.remove(entry.getKey());
      }
    }
    return reports;
  }

  private QueueReport report(String queue, QueueLoad load, Instant now) {
    return new QueueReport(
        brand, queue, now, load.open - load.claimed, load.claimed, load.moved, load.waitingSince());
  }
}
