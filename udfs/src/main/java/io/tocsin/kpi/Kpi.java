package io.tocsin.kpi;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * The present value of one KPI series. Keyed by {@link #series}; the latest record is the value.
 *
 * @param series metric name and labels: {@code mentions_total{brand="acme",channel="x"}}; of a
 *     histogram the name of the bucket, sum or count: {@code response_seconds_bucket{le="60.0"}}
 * @param metric the metric's name in the catalogue
 * @param labels label names and values, sorted by name
 * @param value counters and parts of histograms: the sum since the beginning of the job; gauges:
 *     the latest
 * @param at event time up to which it holds
 */
public record Kpi(
    String series, KpiMetric metric, Map<String, String> labels, double value, Instant at) {
  /** The series' name without labels: the metric's, of a histogram that of the bucket too. */
  public String sampleName() {
    int labelled = series.indexOf('{');
    return labelled < 0 ? series : series.substring(0, labelled);
  }

  /** The sum of a metric over all its series, of which the latest records are given. */
  public static long total(KpiMetric metric, Collection<Kpi> latest) {
    return Math.round(
        latest.stream().filter(kpi -> kpi.metric() == metric).mapToDouble(Kpi::value).sum());
  }
}
