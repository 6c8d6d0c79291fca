package io.tocsin.response.overflow;

import io.tocsin.incident.Severity;
import io.tocsin.mention.Drill;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The queues and valves of one brand. Fields are public and change in place because the class is
 * operator state.
 */
public final class OverflowBook {
  /** The incident that is on; null in calm times. */
  public @Nullable String incidentId;

  /** How bad it is; null in calm times. */
  public @Nullable Severity severity;

  /** The drill whose book it is, in which nothing waits and nothing is moved; null for none. */
  public @Nullable Drill drill;

  /** What each queue and pool holds that holds anything, by name. */
  public Map<String, QueueLoad> loads = new HashMap<>();

  /** Valves that are open, or through which something was moved that is not finished or back. */
  public List<Valve> valves = new ArrayList<>();

  /** Tickets, those that were answered a short while ago included. */
  public long tickets;

  /** What the place holds; to change. */
  QueueLoad load(String place) {
    return loads.computeIfAbsent(place, name -> new QueueLoad());
  }

  /** Unanswered mentions in the place. */
  long open(String place) {
    QueueLoad load = loads.get(place);
    return load == null ? 0 : load.open;
  }

  @Nullable Valve valve(String id) {
    return valves.stream().filter(valve -> valve.id.equals(id)).findFirst().orElse(null);
  }

  /** Whether queues must be looked at again though nothing new is told of them. */
  boolean isBusy() {
    return !valves.isEmpty() || loads.values().stream().anyMatch(load -> load.open > 0);
  }

  /** Whether no incident is on and nothing that was moved is owed. */
  boolean isCalm() {
    return incidentId == null && valves.isEmpty();
  }

  /** Whether nothing is left to remember. */
  boolean isEmpty() {
    return isCalm() && tickets == 0 && loads.isEmpty();
  }
}
