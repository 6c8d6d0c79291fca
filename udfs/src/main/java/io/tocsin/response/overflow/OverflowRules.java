package io.tocsin.response.overflow;

import io.tocsin.response.BackupPool;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CareQueue;
import io.tocsin.response.QueueRedirect;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the queues of one brand overflow, from what the plan says of its queues and pools. */
final class OverflowRules implements Serializable {
  /** All that the plan does not name: a metric must not grow with what a feed writes. */
  static final String OTHER = "other";

  private final Set<String> places = new HashSet<>();
  private final Map<String, Long> capacities = new HashMap<>();
  private final Map<String, List<String>> skills = new HashMap<>();
  private final Map<String, String> departments = new HashMap<>();
  private final Set<String> channels = new HashSet<>();
  private final List<OverflowRule> rules;

  private OverflowRules(BrandPlan plan) {
    for (CareQueue queue : plan.care().queues()) {
      place(queue.name(), queue.capacity(), queue.skills());
      if (queue.owner() != null) {
        departments.put(queue.name(), queue.owner().key());
      }
    }
    plan.care().accounts().forEach(account -> channels.add(account.channel()));
    for (BackupPool pool : plan.care().pools()) {
      place(pool.name(), pool.capacity(), pool.skills());
    }
    for (QueueRedirect redirect : plan.redirects()) {
      places.add(redirect.fromQueue());
      places.addAll(redirect.backups());
    }
    rules = plan.redirects().stream().map(this::rule).toList();
  }

  static OverflowRules of(BrandPlan plan) {
    return new OverflowRules(plan);
  }

  /** One for each queue that overflows, in the plan's order. */
  List<OverflowRule> all() {
    return rules;
  }

  /** The place as it is counted. */
  String placeOf(String queue) {
    return places.contains(queue) ? queue : OTHER;
  }

  /** Key of the department that answers for the place; null where the plan names none. */
  @Nullable String departmentOf(String place) {
    return departments.get(place);
  }

  /** The channel as it is counted. */
  String channelOf(String channel) {
    return channels.contains(channel) ? channel : OTHER;
  }

  private void place(String name, @Nullable Long capacity, List<String> known) {
    places.add(name);
    skills.put(name, known);
    if (capacity != null) {
      capacities.put(name, capacity);
    }
  }

  private OverflowRule rule(QueueRedirect redirect) {
    List<Backup> backups = new ArrayList<>();
    for (String name : redirect.backups()) {
      int tier = redirect.backups().indexOf(name) + 1;
      if (isSkilledFor(redirect.fromQueue(), name)) {
        backups.add(new Backup(tier, name, capacities.get(name)));
      }
    }
    return new OverflowRule(
        redirect.fromQueue(),
        capacities.get(redirect.fromQueue()),
        redirect.from(),
        redirect.clearShare(),
        redirect.holdMillis(),
        List.copyOf(backups));
  }

  /** Of a backup of which the plan says nothing, no skill is known. */
  private boolean isSkilledFor(String queue, String backup) {
    return skills
        .getOrDefault(backup, List.of())
        .containsAll(skills.getOrDefault(queue, List.of()));
  }
}
