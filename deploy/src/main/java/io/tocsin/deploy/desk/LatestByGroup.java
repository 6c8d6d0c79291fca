package io.tocsin.deploy.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The latest values of each group, a fixed number at most; of more groups than that, those that got
 * a value last.
 *
 * @param <V> what is kept
 */
final class LatestByGroup<V> {
  private final int mostAGroup;
  private final Function<V, String> keyOf;
  private final Function<V, Instant> timeOf;
  private final Map<String, List<V>> lists = new HashMap<>();
  private final Map<String, LatestByTime<V>> groups;

  LatestByGroup(
      int mostGroups, int mostAGroup, Function<V, String> keyOf, Function<V, Instant> timeOf) {
    this.mostAGroup = mostAGroup;
    this.keyOf = keyOf;
    this.timeOf = timeOf;
    this.groups =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, LatestByTime<V>> eldest) {
            boolean full = size() > mostGroups;
            if (full) {
              lists.remove(eldest.getKey());
            }
            return full;
          }
        };
  }

  /** Takes the value in place of the one of the same key in this group. */
  void put(String group, V value) {
    LatestByTime<V> values =
        groups.computeIfAbsent(group, name -> new LatestByTime<>(mostAGroup, keyOf, timeOf));
    values.put(value);
    lists.put(group, values.newestFirst());
  }

  /** A copy, each group newest first. */
  Map<String, List<V>> newestFirst() {
    return Map.copyOf(lists);
  }
}
