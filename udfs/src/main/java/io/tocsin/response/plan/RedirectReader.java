package io.tocsin.response.plan;

import io.tocsin.incident.Severity;
import io.tocsin.response.BackupPool;
import io.tocsin.response.BrandCare;
import io.tocsin.response.CareQueue;
import io.tocsin.response.QueueRedirect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which queue of one brand overflows when: to the one backup that stands here, or to those of the
 * queue; never back to itself.
 */
final class RedirectReader {
  private final Map<String, CareQueue> queues = new HashMap<>();
  private final Map<String, List<String>> skills = new HashMap<>();
  private final Once redirected = new Once("redirected queue");
  private final Circles circles = new Circles();

  private RedirectReader(BrandCare care) {
    for (CareQueue queue : care.queues()) {
      queues.put(queue.name(), queue);
      skills.put(queue.name(), queue.skills());
    }
    for (BackupPool pool : care.pools()) {
      skills.put(pool.name(), pool.skills());
    }
  }

  static List<QueueRedirect> read(@Nullable YamlValue redirect, BrandCare care) {
    if (redirect == null) {
      return List.of();
    }
    RedirectReader reader = new RedirectReader(care);
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
    YamlFields fields = item.fields("queue", "to", "from", "clear", "hold");
    Named queue = fields.named("queue", TextForm.QUEUE);
    Severity from = fields.word("from", Severity.class);
    double clear = clear(fields.optional("clear"));
    long hold =
        Durations.millis(fields.optional("hold"), QueueRedirect.DEFAULT_HOLD_MILLIS, "1s", "7d");
    List<String> backups = queue == null ? List.of() : backups(fields, queue);
    return queue == null || from == null || backups.isEmpty()
        ? null
        : new QueueRedirect(queue.name(), backups, from, clear, hold);
  }

  private List<String> backups(YamlFields fields, Named queue) {
    CareQueue declared = queues.get(queue.name());
    YamlValue value = fields.optional("to");
    if (value == null && declared != null && !declared.backups().isEmpty()) {
      redirected.take(queue);
      return declared.backups();
    }
    if (value != null && declared != null && !declared.backups().isEmpty()) {
      value.error("queue '" + queue.name() + "' names its backups in queues; leave this out");
    }
    Named to = fields.named("to", TextForm.QUEUE);
    if (to == null) {
      return List.of();
    }
    check(queue, to);
    if (declared != null) {
      SkillFloor.warn(declared, to, skills.getOrDefault(to.name(), List.of()));
    }
    return List.of(to.name());
  }

  private void check(Named queue, Named to) {
    if (!redirected.take(queue)) {
      return;
    }
    if (queue.name().equals(to.name())) {
      to.at().error("queue '" + queue.name() + "' is redirected to itself");
    } else {
      circles.add(queue.name(), to);
    }
  }

  private static double clear(@Nullable YamlValue value) {
    BigDecimal share = value == null ? null : value.number();
    if (value == null || share == null) {
      return QueueRedirect.DEFAULT_CLEAR_SHARE;
    }
    if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) {
      value.error("must be above 0 and below 1 of the capacity: " + share.toPlainString());
      return QueueRedirect.DEFAULT_CLEAR_SHARE;
    }
    return share.doubleValue();
  }
}
