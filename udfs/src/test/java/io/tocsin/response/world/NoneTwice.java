package io.tocsin.response.world;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageGrounds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A dedup key is of one thing and leaves once; and nobody is paged more often about one severity of
 * an incident than a rule says, however many rules, versions of the plan and moments mean them,
 * unless paging begins anew for a reason that the incident tells.
 */
final class NoneTwice extends Promise {
  private final Set<String> keys = new HashSet<>();
  private final Map<String, Integer> times = new HashMap<>();
  private final Map<String, Integer> most = new HashMap<>();
  private final Map<String, Integer> begun = new HashMap<>();
  private final Map<String, Incident> incidents = new HashMap<>();

  @Override
  void told(Incident incident) {
    Incident before = incidents.put(incident.id(), incident);
    boolean freed =
        before != null
            && before.handling().mergedInto() != null
            && incident.handling().mergedInto() == null;
    boolean anew = before != null && before.handling().round() < incident.handling().round();
    boolean again = before != null && before.state() == IncidentState.RESOLVED;
    if (freed || anew || again) {
      begun.merge(incident.id(), 1, Integer::sum);
    }
  }

  @Override
  void paged(Page page) {
    holds(keys.add(page.dedupKey()), "the same dedup key twice", page);
    PageGrounds grounds = page.grounds();
    if (page.action() == PageAction.RESOLVE || page.drill() != null || grounds == null) {
      return;
    }
    String thing =
        String.join(
            " ",
            page.incidentId(),
            page.action().name(),
            page.action() == PageAction.TRIGGER
                ? page.severity().name()
                : page.dedupKey().replaceAll(".*/(notify|pause-publishing).*", "$1"),
            "" + begun.getOrDefault(page.incidentId(), 0),
            page.target().name(),
            page.action() == PageAction.INFORM ? incidentSeverity(page) : "");
    int count = times.merge(thing, 1, Integer::sum);
    int allowed = most.merge(thing, grounds.times(), Math::max);
    holds(count <= allowed, "page " + count + " of " + allowed, page);
  }

  /** A notice is told anew at each severity that its dedup key names. */
  private static String incidentSeverity(Page page) {
    return page.dedupKey().replaceFirst(".*/(notice|warning|critical)/.*", "$1");
  }
}
