package io.tocsin.response.world;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.Redirect;
import io.tocsin.response.ValveState;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every incident ends; whoever was paged or told is told that it is over, by the alarm's own key
 * and not before it; every valve closes and all that was moved is answered or back.
 */
final class EverythingOpenedIsClosed extends Promise {
  private static final String RESOLVE = "/resolve";

  private final Map<String, Incident> incidents = new TreeMap<>();
  private final Map<String, Redirect> valves = new TreeMap<>();
  private final Set<String> alarms = new TreeSet<>();
  private final Set<String> keys = new HashSet<>();

  @Override
  void told(Incident incident) {
    incidents.put(incident.id(), incident);
  }

  @Override
  void paged(Page page) {
    String alarm = page.incidentId() + " to " + page.target().name();
    if (page.action() != PageAction.RESOLVE) {
      keys.add(page.dedupKey());
      alarms.add(alarm);
      return;
    }
    String of = page.dedupKey().replace(RESOLVE, "");
    holds(keys.contains(of), "an all-clear without an alarm", page);
    alarms.remove(alarm);
  }

  @Override
  void turned(Redirect redirect) {
    valves.put(redirect.id(), redirect);
  }

  @Override
  void ended() {
    holds(alarms.isEmpty(), "never told that it is over", alarms);
    incidents.values().stream()
        .filter(incident -> incident.state() != IncidentState.RESOLVED)
        .forEach(incident -> holds(false, "an incident without an end", incident));
    valves.values().stream()
        .filter(valve -> valve.state() == ValveState.OPEN || valve.outstanding() != 0)
        .forEach(valve -> holds(false, "a valve that was left", valve));
  }
}
