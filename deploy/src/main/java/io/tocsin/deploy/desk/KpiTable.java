package io.tocsin.deploy.desk;

import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiMetric;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The latest record of every KPI series, and the event time up to which they reach. */
final class KpiTable {
  private final Map<KpiMetric, TreeMap<String, Kpi>> byMetric = new EnumMap<>(KpiMetric.class);
  private final Map<KpiMetric, List<Kpi>> copies = new EnumMap<>(KpiMetric.class);
  private final Map<String, KpiMetric> metricOf = new HashMap<>();
  private final Map<KpiMetric, Instant> changedAt = new EnumMap<>(KpiMetric.class);
  private @Nullable Instant eventTime;

  /** Takes the record; returns the one that it replaces. */
  @Nullable Kpi put(Kpi kpi) {
    if (eventTime == null || kpi.at().isAfter(eventTime)) {
      eventTime = kpi.at();
    }
    changedAt.merge(kpi.metric(), kpi.at(), (a, b) -> a.isAfter(b) ? a : b);
    metricOf.put(kpi.series(), kpi.metric());
    copies.remove(kpi.metric());
    return byMetric.computeIfAbsent(kpi.metric(), m -> new TreeMap<>()).put(kpi.series(), kpi);
  }

  /** Forgets a series, as its tombstone says. */
  void remove(String series) {
    KpiMetric metric = metricOf.remove(series);
    if (metric != null) {
      copies.remove(metric);
      byMetric.getOrDefault(metric, new TreeMap<>()).remove(series);
    }
  }

  /** The latest event time of any series; null before the first record. */
  @Nullable Instant eventTime() {
    return eventTime;
  }

  /** A copy: the event time of each metric's newest change. */
  Map<KpiMetric, Instant> changedAt() {
    return Map.copyOf(changedAt);
  }

  /**
   * A copy: the series of each metric in the order of their names. A metric of which nothing has
   * changed since the last copy is not copied again.
   */
  Map<KpiMetric, List<Kpi>> byMetric() {
    byMetric.forEach(
        (metric, series) -> copies.computeIfAbsent(metric, m -> List.copyOf(series.values())));
    return new EnumMap<>(copies);
  }
}
