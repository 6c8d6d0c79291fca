package io.tocsin.deploy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.deploy.testing.Eventually;
import io.tocsin.deploy.testing.Programs;
import io.tocsin.deploy.testing.Prometheus;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.response.PageOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardIT {
  private static final Path DASHBOARDS = Path.of("..", "grafana", "dashboards");
  private static final Path SCRAPE_CONFIG = Path.of("prometheus", "prometheus.yml");
  private static final Map<String, List<String>> LABEL_VALUES =
      Map.of(
          "brand", List.of("acme", "globex"),
          "channel", List.of("x"),
          "sentiment", List.of("negative", "neutral", "positive", "unscored"),
          "signal", List.of("NEGATIVITY"),
          "outcome", List.of("scored", "unscored"),
          "kind", List.of("complaint", "question"),
          "action", List.of("TRIGGER"),
          "reason", List.of("MALFORMED_JSON"));

  /** One query of one panel. */
  private record Query(String place, String expression) {
    /** Flink's own metrics are not there in this test: only the syntax can be seen. */
    boolean findsData() {
      return !expression.contains("flink_");
    }
  }

  @TempDir Path folder;

  @Test
  void everyPanelOfEveryDashboardFindsItsData() throws Exception {
    Programs.require("prometheus");
    try (DeskFixture fixture = new DeskFixture(folder.resolve("broker"));
        Desk desk = fixture.startDesk();
        Prometheus prometheus = Prometheus.start(folder, scrapeConfig(desk))) {
      writeKpis(fixture, 1);
      Eventually.holds(() -> assertThat(prometheus.query("tocsin_mentions_total")).isNotEmpty());
      writeKpis(fixture, 50);
      for (Query query : queries()) {
        assertThat(prometheus.query(query.expression())).as(query.place()).isNotNull();
        if (query.findsData()) {
          Eventually.holds(() -> assertFinds(prometheus, query));
        }
      }
      assertThat(prometheus.labelValues("tocsin_mentions_total", "brand"))
          .extracting(JsonNode::asText)
          .containsExactly("acme", "globex");
    }
  }

  private static void assertFinds(Prometheus prometheus, Query query) throws Exception {
    List<String> values = new ArrayList<>();
    prometheus.query(query.expression()).forEach(s -> values.add(s.at("/value/1").asText()));
    assertThat(values)
        .as("%s: %s", query.place(), query.expression())
        .anySatisfy(value -> assertThat(value).isNotEqualTo("NaN"));
  }

  /** What is shipped, but faster and with this desk's port. */
  private Path scrapeConfig(Desk desk) throws IOException {
    String shipped = Files.readString(SCRAPE_CONFIG);
    assertThat(shipped).contains("127.0.0.1:8088", "scrape_interval: 5s");
    Path config = folder.resolve("prometheus.yml");
    for (String rules : List.of("recording.yml", "alerts.yml")) {
      Files.copy(SCRAPE_CONFIG.resolveSibling(rules), folder.resolve(rules));
    }
    return Files.writeString(
        config,
        shipped
            .replace("127.0.0.1:8088", "127.0.0.1:" + desk.port())
            .replace("_interval: 5s", "_interval: 1s")
            .replace("_timeout: 4s", "_timeout: 1s"));
  }

  @Test
  void everyPanelSaysWhatItShowsAndWhatItMeansWhenEmpty() throws Exception {
    for (Path file : dashboards()) {
      JsonNode dashboard = new ObjectMapper().readTree(file.toFile());
      assertThat(dashboard.path("uid").asText()).as(file.toString()).startsWith("tocsin-");
      for (JsonNode panel : dashboard.get("panels")) {
        String place = file.getFileName() + ", " + panel.get("title").asText();
        if (panel.has("targets")) {
          assertThat(panel.path("description").asText()).as(place).isNotBlank();
          JsonNode defaults = panel.at("/fieldConfig/defaults");
          assertThat(defaults.path("unit").asText()).as(place).isNotBlank();
          assertThat(defaults.path("noValue").asText()).as(place).isNotBlank();
        }
      }
    }
  }

  private static void writeKpis(DeskFixture fixture, double value) throws Exception {
    Instant now = Clock.systemUTC().instant();
    List<Object> kpis = new ArrayList<>();
    for (KpiMetric metric : KpiMetric.values()) {
      for (String[] labels : labelValues(metric.labels())) {
        kpis.addAll(Samples.kpis(metric, value, now, labels));
      }
    }
    fixture.commit(Topic.KPIS, kpis);
    fixture.writeBytes(Topic.MENTIONS, "of the firehose only its pace is read here");
    for (PageOutcome outcome : PageOutcome.values()) {
      fixture.write(Topic.PAGE_RECEIPTS, Samples.receipt("p-" + outcome, outcome, 1, now));
    }
  }

  /** Every combination of the labels' values. */
  private static List<String[]> labelValues(List<String> labels) {
    List<String[]> all = new ArrayList<>();
    all.add(new String[0]);
    for (String label : labels) {
      List<String[]> longer = new ArrayList<>();
      for (String[] before : all) {
        for (String value : LABEL_VALUES.getOrDefault(label, List.of(label))) {
          longer.add(Stream.concat(Stream.of(before), Stream.of(value)).toArray(String[]::new));
        }
      }
      all = longer;
    }
    return all;
  }

  private static List<Path> dashboards() throws IOException {
    try (Stream<Path> files = Files.list(DASHBOARDS)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".json")).toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  private static List<Query> queries() throws IOException {
    List<Query> queries = new ArrayList<>();
    for (Path file : dashboards()) {
      JsonNode dashboard = new ObjectMapper().readTree(file.toFile());
      for (JsonNode panel : dashboard.get("panels")) {
        String place = file.getFileName() + ", " + panel.get("title").asText();
        panel.path("targets").forEach(t -> queries.add(query(place, t.get("expr"))));
      }
      for (JsonNode annotation : dashboard.at("/annotations/list")) {
        if (annotation.has("expr")) {
          queries.add(query(file.getFileName() + ", annotation", annotation.get("expr")));
        }
      }
    }
    return queries;
  }

  /** The query as Grafana sends it with every brand chosen. */
  private static Query query(String place, JsonNode expression) {
    return new Query(
        place, expression.asText().replace("$brand", ".*").replace("$__rate_interval", "1m"));
  }
}
