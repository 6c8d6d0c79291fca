package io.tocsin.deploy.demo;

import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiMetric;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The last values of all KPI series. */
final class Ledger {
  private final Map<String, Kpi> latest = new ConcurrentHashMap<>();
  private final CompletableFuture<Object> enoughIsRead = new CompletableFuture<>();
  private final AtomicLong enough = new AtomicLong(Long.MAX_VALUE);

  void record(Kpi kpi) {
    latest.put(kpi.series(), kpi);
    if (kpi.metric() == KpiMetric.MENTIONS_READ_TOTAL) {
      seeWhetherEnoughIsRead();
    }
  }

  /** Completes as soon as the jobs have read and counted this many records. */
  CompletableFuture<Object> whenRead(long records) {
    enough.set(records);
    seeWhetherEnoughIsRead();
    return enoughIsRead;
  }

  private void seeWhetherEnoughIsRead() {
    if (total(KpiMetric.MENTIONS_READ_TOTAL) >= enough.get()) {
      enoughIsRead.complete(enough);
    }
  }

  long total(KpiMetric metric) {
    return Kpi.total(metric, latest.values());
  }
}
