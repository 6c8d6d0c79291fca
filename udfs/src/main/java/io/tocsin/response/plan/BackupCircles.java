package io.tocsin.response.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Warns of queues that are each other's backups in a circle: overflow would run round. A queue may
 * have many backups, so queues that lead to no circle are taken away until only circles are left.
 */
final class BackupCircles {
  private final Map<String, List<Named>> left;

  private BackupCircles(Map<String, List<Named>> backups) {
    left = new LinkedHashMap<>(backups);
  }

  static void warn(Map<String, List<Named>> backups) {
    BackupCircles circles = new BackupCircles(backups);
    for (circles.prune(); !circles.left.isEmpty(); circles.prune()) {
      circles.warnOfOne();
    }
  }

  private void prune() {
    boolean pruned = true;
    while (pruned) {
      pruned = false;
      for (Iterator<List<Named>> all = left.values().iterator(); all.hasNext(); ) {
        if (all.next().stream().noneMatch(backup -> left.containsKey(backup.name()))) {
          all.remove();
          pruned = true;
        }
      }
    }
  }

  /** Every queue that is left has a backup that is left, so any walk comes back to itself. */
  private void warnOfOne() {
    Set<String> way = new LinkedHashSet<>();
    String queue = left.keySet().iterator().next();
    Named back = next(queue);
    while (way.add(queue)) {
      back = next(queue);
      queue = back.name();
    }
    List<String> circle = new ArrayList<>(way);
    circle = circle.subList(circle.indexOf(queue), circle.size());
    back.at()
        .warning("runs in a circle: " + OneLine.cut(String.join(" -> ", circle)) + " -> " + queue);
    left.keySet().removeAll(new HashSet<>(circle));
  }

  private Named next(String queue) {
    return left.getOrDefault(queue, List.of()).stream()
        .filter(backup -> left.containsKey(backup.name()))
        .findFirst()
        .orElseThrow();
  }
}
