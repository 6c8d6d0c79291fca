package io.tocsin.jobs.operator;

import io.tocsin.kpi.KpiDelta;
import io.tocsin.kpi.PartialScorings;
import io.tocsin.scoring.ScoredMention;

/** Sums how mentions were scored. A sum is stamped with the event time of its first mention. */
public final class SumScorings implements PartialSums<ScoredMention, KpiDelta> {
  private final PartialScorings sums = new PartialScorings();
  private long firstMillis;

  @Override
  public void add(ScoredMention mention, long eventTimeMillis) {
    if (sums.size() == 0) {
      firstMillis = Math.max(0, eventTimeMillis);
    }
    sums.add(mention);
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
