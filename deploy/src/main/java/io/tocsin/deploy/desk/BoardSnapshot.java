package io.tocsin.deploy.desk;

import io.tocsin.jobs.wire.Topic;
import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiMetric;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the board held at one moment; never changes.
 *
 * @param changes grows with every change of {@link #happenings}
 * @param eventTime up to which the KPIs reach; null before the first
 * @param lastRecordAt wall-clock time at which the newest record of a topic came
 * @param unreadable records that could not be read, by topic
 * @param kpis the series of each metric
 * @param changedAt event time of each metric's newest change
 * @param deliveries ends of page deliveries
 * @param secondOpinions texts offered to the slow tier, by what became of them
 * @param heats how every brand goes, sorted by brand
 * @param rows every brand, what burns most first
 * @param spikes the latest, by brand, newest first
 * @param timelines the course of incidents by id, the latest step first
 * @param happenings incidents, pages, redirects
 */
record BoardSnapshot(
    long changes,
    @Nullable Instant eventTime,
    Map<Topic, Instant> lastRecordAt,
    Map<Topic, Long> unreadable,
    Map<KpiMetric, List<Kpi>> kpis,
    Map<KpiMetric, Instant> changedAt,
    List<DeliveryCount> deliveries,
    Map<String, Long> secondOpinions,
    List<BrandHeat> heats,
    List<BrandRow> rows,
    Map<String, List<SpikeLine>> spikes,
    Map<String, List<Moment>> timelines,
    Happenings happenings) {
  static final BoardSnapshot EMPTY =
      new BoardSnapshot(
          0,
          null,
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          List.of(),
          Map.of(),
          List.of(),
          List.of(),
          Map.of(),
          Map.of(),
          Happenings.NONE);

  /** When anything at all came last; null where nothing ever did. */
  @Nullable Instant newestRecordAt() {
    return lastRecordAt.values().stream().max(Instant::compareTo).orElse(null);
  }
}
