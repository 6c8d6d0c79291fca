package io.tocsin.response.plan;

import io.tocsin.response.BackupPool;
import io.tocsin.response.CareQueue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The queues of one brand. */
final class QueueReader {
  private final Responders responders;
  private final Once names;
  private final Map<String, List<String>> skills = new HashMap<>();
  private final Map<String, List<Named>> backups = new LinkedHashMap<>();

  /**
   * Queues beside these pools.
   *
   * @param names of the brand's queues and pools
   */
  QueueReader(Responders responders, Once names, List<BackupPool> pools) {
    this.responders = responders;
    this.names = names;
    pools.forEach(pool -> skills.put(pool.name(), pool.skills()));
  }

  List<CareQueue> read(@Nullable YamlValue list) {
    List<CareQueue> queues = new ArrayList<>();
    for (YamlValue item : list == null ? List.<YamlValue>of() : list.items()) {
      CareQueue queue = queue(item);
      if (queue != null) {
        queues.add(queue);
        skills.putIfAbsent(queue.name(), queue.skills());
      }
    }
    queues.forEach(this::checkBackups);
    BackupCircles.warn(backups);
    return List.copyOf(queues);
  }

  private @Nullable CareQueue queue(YamlValue item) {
    YamlFields fields = item.fields("queue", "capacity", "skills", "department", "backups");
    Named name = fields.named("queue", TextForm.QUEUE);
    YamlValue capacity = fields.optional("capacity");
    Long most = capacity == null ? null : Long.valueOf(PoolReader.capacity(capacity));
    List<String> floor = TermsReader.names(TermsReader.terms(fields, "skills", TextForm.SKILL));
    var owner = responders.departments().value(fields.optional("department"));
    List<Named> tiers = tiers(fields, name);
    if (name == null) {
      return null;
    }
    names.take(name);
    backups.putIfAbsent(name.name(), tiers);
    return new CareQueue(name.name(), most, floor, owner, TermsReader.names(tiers));
  }

  private static List<Named> tiers(YamlFields fields, @Nullable Named queue) {
    Once once = new Once("backup");
    List<Named> tiers = new ArrayList<>();
    for (Named backup : TermsReader.terms(fields, "backups", TextForm.QUEUE)) {
      if (queue != null && backup.name().equals(queue.name())) {
        backup.at().error("queue '" + queue.name() + "' is its own backup");
      } else if (once.take(backup)) {
        tiers.add(backup);
      }
    }
    return tiers;
  }

  private void checkBackups(CareQueue queue) {
    for (Named backup : backups.getOrDefault(queue.name(), List.of())) {
      if (!names.all().containsKey(backup.name())) {
        backup
            .at()
            .error(
                "unknown queue or pool "
                    + OneLine.quote(backup.name())
                    + DidYouMean.hint(backup.name(), names.all().keySet()));
      } else {
        SkillFloor.warn(queue, backup, skills.getOrDefault(backup.name(), List.of()));
      }
    }
  }
}
