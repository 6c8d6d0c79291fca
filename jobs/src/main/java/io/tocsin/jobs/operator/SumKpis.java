package io.tocsin.jobs.operator;

import io.tocsin.kpi.KpiDelta;
import io.tocsin.kpi.PartialKpis;
import java.io.Serializable;
import java.util.List;

/**
 * Sums what records change in the KPIs. A sum is stamped with the event time of its first record; 0
 * while no event time is known.
 *
 * @param <T> what is counted
 */
public final class SumKpis<T> implements PartialSums<T, KpiDelta> {
  /**
   * What one record changes.
   *
   * @param <T> what is counted
   */
  public interface Counting<T> extends Serializable {
    /** The changes, possibly none. */
    List<KpiDelta> of(T value);
  }

  private final Counting<T> counting;
  private final PartialKpis sums = new PartialKpis();
  private long firstMillis;

  /** Sums by this rule. */
  public SumKpis(Counting<T> counting) {
    this.counting = counting;
  }

  @Override
  public void add(T value, long eventTimeMillis) {
    if (sums.size() == 0) {
      firstMillis = Math.max(0, eventTimeMillis);
    }
    for (KpiDelta delta : counting.of(value)) {
      sums.add(delta);
    }
  }

  @Override
  public int size() {
    return sums.size();
  }

  @Override
  public void flushBefore(long endMillis, Emitter<KpiDelta> out) {
    sums.flush(delta -> out.emit(delta, firstMillis));
  }
}
