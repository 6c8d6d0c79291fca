package io.tocsin.deploy.desk;

import io.prometheus.client.Collector;
import io.tocsin.kpi.KpiMetric;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One family of the desk's {@code /metrics}. What is scraped, the page that documents it and the
 * dashboards' test are made from {@link #all}.
 *
 * @param name with its prefix: {@code tocsin_mentions_total}
 * @param type what it is to Prometheus
 * @param unit in what it is counted, for a person
 * @param from the topic or stream that it is counted from, for a person
 * @param help what it counts, for a person
 * @param labels label names, without the {@code le} of a histogram
 */
record MetricFamily(
    String name, Collector.Type type, String unit, String from, String help, List<String> labels) {
  static final String PREFIX = "tocsin_";

  /** Every family, in the order in which they are scraped. */
  static List<MetricFamily> all() {
    // No constant: it would need the enum that needs this class.
    return Stream.concat(
            Arrays.stream(KpiMetric.values()).map(MetricFamily::of),
            Arrays.stream(DeskMetric.values()).map(DeskMetric::family))
        .toList();
  }

  static MetricFamily of(KpiMetric metric) {
    return new MetricFamily(
        PREFIX + metric.metricName(),
        typeOf(metric),
        metric.unit(),
        metric.from().described(),
        metric.help(),
        metric.labels());
  }

  /** The type's name in Prometheus' text format. */
  String typeName() {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static Collector.Type typeOf(KpiMetric metric) {
    return switch (metric.type()) {
      case COUNTER -> Collector.Type.COUNTER;
      case GAUGE, LEVEL -> Collector.Type.GAUGE;
      case HISTOGRAM -> Collector.Type.HISTOGRAM;
    };
  }
}
