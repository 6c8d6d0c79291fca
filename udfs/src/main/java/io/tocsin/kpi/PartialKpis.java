package io.tocsin.kpi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Sums one subtask's changes of KPI series before they are shuffled: what happens a record costs a
 * map look-up.
 */
public final class PartialKpis {
  private final Map<String, KpiDelta> sums = new LinkedHashMap<>();

  /** Adds a change. */
  public void add(KpiDelta delta) {
    sums.merge(delta.series(), delta, KpiDelta::plus);
  }

  /** Series held that nobody has seen yet. */
  public int size() {
    return sums.size();
  }

  /** Hands over and forgets all sums. */
  public void flush(Consumer<KpiDelta> out) {
    sums.values().forEach(out);
    sums.clear();
  }
}
