package io.tocsin.response.world;

import io.tocsin.incident.IncidentBookKey;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Page;
import java.util.HashSet;
import java.util.Set;

/** A drill's pages say so, and go to nobody but its receivers unless it is to reach real people. */
final class NoDrillReachesRealPeople extends Promise {
  /** Of any plan that was in force, since a drill ends where it began. */
  private final Set<String> receivers = new HashSet<>(Set.of("drill-console"));

  @Override
  void planned(CrisisPlan inForce) {
    inForce.drillReceivers().forEach(receiver -> receivers.add(receiver.name()));
  }

  @Override
  void paged(Page page) {
    boolean ofADrill = IncidentBookKey.drillOf(page.incidentId()) != null;
    holds(ofADrill == (page.drill() != null), "a drill that does not say so", page);
    if (page.drill() == null) {
      return;
    }
    holds(page.title().startsWith("DRILL: "), "a drill that looks real", page);
    if (!page.drill().toRealPeople()) {
      holds(receivers.contains(page.target().name()), "a drill that pages people", page);
    }
  }
}
