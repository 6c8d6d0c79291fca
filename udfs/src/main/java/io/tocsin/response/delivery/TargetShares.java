package io.tocsin.response.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many unfinished pages each target holds. */
final class TargetShares {
  private final int share;
  private final Map<String, Integer> unfinished = new ConcurrentHashMap<>();

  /**
   * Counts against this share.
   *
   * @param share pages that one target may hold
   */
  TargetShares(int share) {
    this.share = share;
  }

  /** Counts one more page of the target; true while the target is within its share. */
  boolean enter(String target) {
    return unfinished.merge(target, 1, Integer::sum) <= share;
  }

  /** Counts one page less. */
  void leave(String target) {
    unfinished.computeIfPresent(target, (name, count) -> count == 1 ? null : count - 1);
  }

  /** Targets that hold any page. */
  int size() {
    return unfinished.size();
  }
}
