package io.tocsin.deploy.desk;

import io.prometheus.client.Collector;
import io.tocsin.kpi.KpiMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The page that documents every family that the desk serves, made from the catalogue. */
final class KpiPage {
  private static final String HEAD =
      """
      # What the desk tells Prometheus

      Every family of the desk's `/metrics`, made from the catalogue (`KpiMetric`, `DeskMetric`) by
      `deploy/tocsin kpis`. KPIs are counted in event time and exactly once, and carry on over
      restarts. A drill counts in `tocsin_drill_*` and nowhere else.

      Label values are bounded: names of the crisis plan, words, channels of the feed. Of a brand's
      locations the first 50 that are mentioned 20 times have series of their own from then on, the
      rest is `other`; a department, channel or place that nobody told is `unknown`.

      | family | type | unit | labels | counted from | what |
      |---|---|---|---|---|---|
      """;

  private KpiPage() {}

  /** The page, as Markdown. */
  static String markdown() {
    return HEAD
        + MetricFamily.all().stream().map(KpiPage::row).collect(Collectors.joining())
        + "\n## Buckets\n"
        + String.join("", buckets());
  }

  private static String row(MetricFamily family) {
    String labels = family.labels().stream().map(KpiPage::code).collect(Collectors.joining(", "));
    return "| "
        + String.join(
            " | ",
            code(family.name()),
            family.typeName(),
            family.unit(),
            labels,
            family.from(),
            family.help())
        + " |\n";
  }

  private static List<String> buckets() {
    List<String> lines = new ArrayList<>();
    for (KpiMetric metric : KpiMetric.values()) {
      MetricFamily family = MetricFamily.of(metric);
      if (family.type() == Collector.Type.HISTOGRAM) {
        String bounds =
            metric.buckets().stream()
                .map(bound -> String.valueOf(Math.round(bound)))
                .collect(Collectors.joining(", "));
        lines.add("- " + code(family.name()) + ", seconds: " + bounds + "\n");
      }
    }
    return lines;
  }

  private static String code(String word) {
    return "`" + word + "`";
  }
}
