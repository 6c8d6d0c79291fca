package io.tocsin.deploy.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The latest values by their own time, one a key, never more than a fixed number. Kafka gives order
 * within a partition only, so that age is judged by the value's time and not by its arrival.
 *
 * @param <V> what is kept
 */
final class LatestByTime<V> {
  private record Slot<V>(Instant time, String key, V value) {}

  private static final Comparator<Slot<?>> OLDEST_FIRST =
      Comparator.<Slot<?>, Instant>comparing(Slot::time).thenComparing(Slot::key);

  private final int capacity;
  private final Function<V, String> keyOf;
  private final Function<V, Instant> timeOf;
  private final Map<String, Slot<V>> byKey = new HashMap<>();
  private final TreeSet<Slot<V>> byTime = new TreeSet<>(OLDEST_FIRST);

  LatestByTime(int capacity, Function<V, String> keyOf, Function<V, Instant> timeOf) {
    this.capacity = capacity;
    this.keyOf = keyOf;
    this.timeOf = timeOf;
  }

  /** Takes the value in place of the one of the same key; the oldest leaves when it is full. */
  void put(V value) {
    String key = keyOf.apply(value);
    remove(key);
    Slot<V> slot = new Slot<>(timeOf.apply(value), key, value);
    byKey.put(key, slot);
    byTime.add(slot);
    if (byTime.size() > capacity) {
      byKey.remove(byTime.pollFirst().key());
    }
  }

  void remove(String key) {
    Slot<V> held = byKey.remove(key);
    if (held != null) {
      byTime.remove(held);
    }
  }

  @Nullable V get(String key) {
    Slot<V> slot = byKey.get(key);
    return slot == null ? null : slot.value();
  }

  /** A copy, newest first. */
  List<V> newestFirst() {
    List<V> values = new ArrayList<>(byTime.size());
    for (Slot<V> slot : byTime.descendingSet()) {
      values.add(slot.value());
    }
    return List.copyOf(values);
  }
}
