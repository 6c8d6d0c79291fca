package io.tocsin.jobs.operator;

import io.tocsin.kpi.KpiDelta;
import io.tocsin.kpi.PartialKpis;
import java.io.Serializable;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Sums what records change in the KPIs, slice by slice of event time, so that a value stands for
 * what happened up to its time and for nothing after it. A sum is stamped with the start of its
 * slice; what comes while no event time is known, with 0.
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

  private final long sliceMillis;
  private final Counting<T> counting;
  private final NavigableMap<Long, PartialKpis> slices = new TreeMap<>();
  private int held;

  /**
   * Sums by this rule.
   *
   * @param sliceMillis width of a slice in milliseconds, at least 1
   */
  public SumKpis(long sliceMillis, Counting<T> counting) {
    this.sliceMillis = sliceMillis;
    this.counting = counting;
  }

  @Override
  public void add(T value, long eventTimeMillis) {
    List<KpiDelta> changes = counting.of(value);
    if (changes.isEmpty()) {
      return;
    }
    long start = Math.floorDiv(Math.max(0, eventTimeMillis), sliceMillis) * sliceMillis;
    PartialKpis sums = slices.computeIfAbsent(start, unused -> new PartialKpis());
    int before = sums.size();
    changes.forEach(sums::add);
    held += sums.size() - before;
  }

  @Override
  public int size() {
    return held;
  }

  @Override
  public void flushBefore(long endMillis, Emitter<KpiDelta> out) {
    NavigableMap<Long, PartialKpis> over = slices.headMap(endMillis, false);
    over.forEach(
        (start, sums) -> {
          held -= sums.size();
          sums.flush(delta -> out.emit(delta, start));
        });
    over.clear();
  }
}
