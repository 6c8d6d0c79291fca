package io.tocsin.deploy.desk;

import io.tocsin.incident.IncidentBookKey;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.PageReceipt;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The latest pages with how they were delivered, and how many deliveries ended which way. */
final class PageBook {
  static final int MOST_PAGES = 200;

  private final LatestByTime<Page> pages =
      new LatestByTime<>(MOST_PAGES, page -> key(page.dedupKey(), page.action()), Page::at);
  private final LatestByTime<PageReceipt> receipts =
      new LatestByTime<>(
          MOST_PAGES, receipt -> key(receipt.dedupKey(), receipt.action()), PageReceipt::pagedAt);
  private final Map<String, Map<PageOutcome, Long>> deliveries = new TreeMap<>();

  void put(Page page) {
    pages.put(page);
  }

  void put(PageReceipt receipt) {
    receipts.put(receipt);
    if (IncidentBookKey.drillOf(receipt.incidentId()) != null) {
      return; // shown, and counted nowhere
    }
    deliveries
        .computeIfAbsent(receipt.brand(), brand -> new TreeMap<>())
        .merge(receipt.outcome(), 1L, Long::sum);
  }

  /** The latest decision first. */
  List<PageLine> newestFirst() {
    return pages.newestFirst().stream().map(this::line).toList();
  }

  private PageLine line(Page page) {
    return PageLine.of(page, receipts.get(key(page.dedupKey(), page.action())));
  }

  /** Receipts by brand and outcome, each receipt on the topic counted. */
  List<DeliveryCount> deliveries() {
    return deliveries.entrySet().stream()
        .flatMap(
            brand ->
                brand.getValue().entrySet().stream()
                    .map(by -> new DeliveryCount(brand.getKey(), by.getKey(), by.getValue())))
        .toList();
  }

  private static String key(String dedupKey, PageAction action) {
    return action + " " + dedupKey;
  }
}
