package io.tocsin.response.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds queues that overflow into each other in a circle. Each queue is walked once. */
final class QueueCircles {
  private final Map<String, Named> nextQueues = new LinkedHashMap<>();
  private final Set<String> walked = new HashSet<>();

  void add(String queue, Named to) {
    nextQueues.put(queue, to);
  }

  /** Reports each circle once, at the redirect that leads back. */
  void report() {
    nextQueues.keySet().forEach(this::walk);
  }

  private void walk(String start) {
    List<String> way = new ArrayList<>();
    String queue = start;
    while (queue != null && walked.add(queue)) {
      way.add(queue);
      queue = next(queue);
    }
    int entry = queue == null ? -1 : way.indexOf(queue);
    if (entry >= 0) {
      report(way.subList(entry, way.size()));
    }
  }

  private @Nullable String next(String queue) {
    Named to = nextQueues.get(queue);
    return to == null ? null : to.name();
  }

  private void report(List<String> circle) {
    Named back = nextQueues.get(circle.get(circle.size() - 1));
    if (back != null) {
      String way = OneLine.cut(String.join(" -> ", circle));
      back.at().error("runs in a circle: " + way + " -> " + back.name());
    }
  }
}
