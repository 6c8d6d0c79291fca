package io.tocsin.kpi;

import java.util.ArrayList;
import java.util.List;
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
  private static final String UPPER_BOUND = "le";

  /**
   * A change of the series with these label values.
   *
   * @param labelValues one for each of {@link KpiMetric#labels}, in that order
   * @throws IllegalArgumentException if their number differs, or of a histogram
   */
  public static KpiDelta of(KpiMetric metric, double amount, String... labelValues) {
    if (metric.type() == KpiMetric.Type.HISTOGRAM) {
      throw new IllegalArgumentException(metric.metricName() + " takes observations");
    }
    return change(metric, "", amount, metric.labels(), List.of(labelValues));
  }

  /**
   * What one observation changes: every bucket is told of, so that those of a series begin
   * together.
   *
   * @param value in the metric's unit
   * @param labelValues one for each of {@link KpiMetric#labels}, in that order
   * @throws IllegalArgumentException if their number differs, or of another type
   */
  public static List<KpiDelta> observed(KpiMetric metric, double value, String... labelValues) {
    if (metric.type() != KpiMetric.Type.HISTOGRAM) {
      throw new IllegalArgumentException(metric.metricName() + " takes amounts");
    }
    List<String> values = List.of(labelValues);
    List<KpiDelta> changes = new ArrayList<>();
    for (double bound : metric.buckets()) {
      changes.add(bucket(metric, value <= bound ? 1 : 0, Double.toString(bound), values));
    }
    changes.add(bucket(metric, 1, "+Inf", values));
    changes.add(change(metric, "_sum", value, metric.labels(), values));
    changes.add(change(metric, "_count", 1, metric.labels(), values));
    return changes;
  }

  /** This change and then another of the same series. */
  public KpiDelta plus(KpiDelta next) {
    return new KpiDelta(series, metric, labels, metric.type().combine(amount, next.amount));
  }

  /** The same change of the series that differs in the value of this label. */
  KpiDelta with(String label, String value) {
    Map<String, String> others = new TreeMap<>(labels);
    String before = pair(label, labels.getOrDefault(label, ""));
    others.put(label, value);
    return new KpiDelta(series.replace(before, pair(label, value)), metric, others, amount);
  }

  private static KpiDelta bucket(
      KpiMetric metric, double amount, String bound, List<String> labelValues) {
    List<String> names = new ArrayList<>(metric.labels());
    List<String> values = new ArrayList<>(labelValues);
    names.add(UPPER_BOUND);
    values.add(bound);
    return change(metric, "_bucket", amount, names, values);
  }

  private static KpiDelta change(
      KpiMetric metric, String suffix, double amount, List<String> names, List<String> values) {
    if (names.size() != values.size()) {
      throw new IllegalArgumentException(
          metric.metricName() + " takes " + names.size() + " labels, not " + values.size());
    }
    Map<String, String> labels = new TreeMap<>();
    StringBuilder series = new StringBuilder(metric.metricName()).append(suffix);
    for (int i = 0; i < names.size(); i++) {
      labels.put(names.get(i), values.get(i));
      series.append(i == 0 ? '{' : ',').append(pair(names.get(i), values.get(i)));
    }
    if (!names.isEmpty()) {
      series.append('}');
    }
    return new KpiDelta(series.toString(), metric, labels, amount);
  }

  private static String pair(String name, String value) {
    return name + "=\"" + value + '"';
  }
}
