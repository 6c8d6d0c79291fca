package io.tocsin.kpi;

import java.util.Map;
import java.util.TreeMap;

/**
 * A change of one KPI series: added to a counter, or the new value of a gauge.
 *
 * @param series metric name and labels, the key
 * @param metric the metric
 * @param labels sorted by name
 * @param amount what to add, or the gauge's value
 */
public record KpiDelta(String series, KpiMetric metric, Map<String, String> labels, double amount) {
  /**
   * A change of the series with these label values.
   *
   * @param labelValues one for each of {@link KpiMetric#labels}, in that order
   * @throws IllegalArgumentException if their number differs
   */
  public static KpiDelta of(KpiMetric metric, double amount, String... labelValues) {
    var names = metric.labels();
    if (names.size() != labelValues.length) {
      throw new IllegalArgumentException(
          metric.metricName() + " takes " + names.size() + " labels, not " + labelValues.length);
    }
    Map<String, String> labels = new TreeMap<>();
    StringBuilder series = new StringBuilder(metric.metricName());
    for (int i = 0; i < labelValues.length; i++) {
      labels.put(names.get(i), labelValues[i]);
      series
          .append(i == 0 ? '{' : ',')
          .append(names.get(i))
          .append("=\"")
          .append(labelValues[i])
          .append('"');
    }
    if (labelValues.length > 0) {
      series.append('}');
    }
    return new KpiDelta(series.toString(), metric, labels, amount);
  }

  /** This change and then another of the same series. */
  public KpiDelta plus(KpiDelta next) {
    return new KpiDelta(series, metric, labels, metric.type().combine(amount, next.amount));
  }
}
