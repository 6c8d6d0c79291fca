package io.tocsin.response.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds names that lead to each other in a circle: queues that overflow, regions that lie in
 * others. Each name is walked once.
 */
final class Circles {
  private final Map<String, Named> nexts = new LinkedHashMap<>();
  private final Set<String> walked = new HashSet<>();

  void add(String name, Named to) {
    nexts.put(name, to);
  }

  /** Reports each circle once, at the name that leads back. */
  void report() {
    nexts.keySet().forEach(this::walk);
  }

  private void walk(String start) {
    List<String> way = new ArrayList<>();
    String name = start;
    while (name != null && walked.add(name)) {
      way.add(name);
      name = next(name);
    }
    int entry = name == null ? -1 : way.indexOf(name);
    if (entry >= 0) {
      report(way.subList(entry, way.size()));
    }
  }

  private @Nullable String next(String name) {
    Named to = nexts.get(name);
    return to == null ? null : to.name();
  }

  private void report(List<String> circle) {
    Named back = nexts.get(circle.get(circle.size() - 1));
    if (back != null) {
      String way = OneLine.cut(String.join(" -> ", circle));
      back.at().error("runs in a circle: " + way + " -> " + back.name());
    }
  }
}
