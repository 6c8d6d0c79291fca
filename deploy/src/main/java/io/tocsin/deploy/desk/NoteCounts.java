package io.tocsin.deploy.desk;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Annotations that were to be written into Grafana, by what became of it. Thread-safe. */
final class NoteCounts {
  /** What became of one try. */
  enum Outcome {
    WRITTEN,
    REFUSED,
    UNREACHABLE
  }

  private final Map<Outcome, LongAdder> counts = new ConcurrentHashMap<>();

  /** Counts one. */
  void count(Outcome outcome) {
    counts.computeIfAbsent(outcome, any -> new LongAdder()).increment();
  }

  /** What was counted so far. */
  Map<Outcome, LongAdder> all() {
    return Map.copyOf(counts);
  }
}
