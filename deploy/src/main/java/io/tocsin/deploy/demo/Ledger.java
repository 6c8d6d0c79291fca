package io.tocsin.deploy.demo;

import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiMetric;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The last values of all KPI series. */
final class Ledger {
  private final Map<String, Kpi> latest = new ConcurrentHashMap<>();

  void record(Kpi kpi) {
    latest.put(kpi.series(), kpi);
  }

  long total(KpiMetric metric) {
    return Kpi.total(metric, latest.values());
  }
}
