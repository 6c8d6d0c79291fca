package io.tocsin.response.plan;

import io.tocsin.incident.Severity;
import io.tocsin.response.QueueRedirect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which queue of one brand overflows where: each to one other, never back to itself. */
final class RedirectReader {
  private final Map<String, Integer> linesOfQueues = new HashMap<>();
  private final Circles circles = new Circles();

  private RedirectReader() {}

  static List<QueueRedirect> read(@Nullable YamlValue redirect) {
    if (redirect == null) {
      return List.of();
    }
    RedirectReader reader = new RedirectReader();
    List<QueueRedirect> redirects = new ArrayList<>();
    for (YamlValue item : redirect.items()) {
      QueueRedirect rule = reader.rule(item);
      if (rule != null) {
        redirects.add(rule);
      }
    }
    reader.circles.report();
    return List.copyOf(redirects);
  }

  private @Nullable QueueRedirect rule(YamlValue item) {
    YamlFields fields = item.fields("queue", "to", "from");
    Named queue = fields.named("queue", TextForm.QUEUE);
    Named to = fields.named("to", TextForm.QUEUE);
    Severity from = fields.word("from", Severity.class);
    if (queue != null && to != null) {
      check(queue, to);
    }
    return queue == null || to == null || from == null
        ? null
        : new QueueRedirect(queue.name(), to.name(), from);
  }

  private void check(Named queue, Named to) {
    Integer firstLine = linesOfQueues.putIfAbsent(queue.name(), queue.at().line());
    if (firstLine != null) {
      queue
          .at()
          .error("queue '" + queue.name() + "' is redirected twice, first in line " + firstLine);
    } else if (queue.name().equals(to.name())) {
      to.at().error("queue '" + queue.name() + "' is redirected to itself");
    } else {
      circles.add(queue.name(), to);
    }
  }
}
