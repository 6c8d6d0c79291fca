package io.tocsin.deploy.desk;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Wishes to acknowledge, by the way that they came and what became of them. Thread-safe. */
final class AckCounts {
  /** How a wish came. */
  enum Way {
    BUTTON,
    LINK,
    PAGERDUTY,
    OPSGENIE,
    ALERTMANAGER
  }

  /**
   * One kind of wish.
   *
   * @param outcome why it was taken or not
   */
  record Kind(Way way, String outcome) {}

  private final Map<Kind, LongAdder> counts = new ConcurrentHashMap<>();

  /** Counts one. */
  void count(Way way, String outcome) {
    counts.computeIfAbsent(new Kind(way, outcome), kind -> new LongAdder()).increment();
  }

  /** What was counted so far. */
  Map<Kind, LongAdder> all() {
    return Map.copyOf(counts);
  }
}
