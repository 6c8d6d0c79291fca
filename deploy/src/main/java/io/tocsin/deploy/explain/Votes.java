package io.tocsin.deploy.explain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** Counts votes; of equals the first one leads. */
final class Votes<T> {
  private final Map<T, Integer> counts = new LinkedHashMap<>();

  void add(T choice) {
    counts.merge(choice, 1, Integer::sum);
  }

  int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * The choice with the most votes.
   *
   * @throws NoSuchElementException before the first vote
   */
  T winner() {
    Map.Entry<T, Integer> leader = null;
    for (Map.Entry<T, Integer> entry : counts.entrySet()) {
      if (leader == null || entry.getValue() > leader.getValue()) {
        leader = entry;
      }
    }
    if (leader == null) {
      throw new NoSuchElementException("no vote");
    }
    return leader.getKey();
  }
}
