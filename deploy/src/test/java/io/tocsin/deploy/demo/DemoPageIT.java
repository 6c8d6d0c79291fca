package io.tocsin.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.deploy.testing.Browser;
import io.tocsin.deploy.testing.Dashboard;
import io.tocsin.deploy.testing.Dashboard.Query;
import io.tocsin.deploy.testing.DashboardDrawing;
import io.tocsin.deploy.testing.Eventually;
import io.tocsin.deploy.testing.GrafanaCode;
import io.tocsin.deploy.testing.Programs;
import io.tocsin.deploy.testing.Prometheus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import picocli.CommandLine.Help.Ansi;

/**
 * One demo as people see it: on the live page, where one of them takes the incident, and on the
 * dashboards. The tests follow its story.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class DemoPageIT {
  private static final Path PLAN = Path.of("plans", "demo.yaml");
  private static final Path SCRAPE_CONFIG = Path.of("prometheus", "prometheus.yml");
  private static final Path PLUGINS = Path.of("target", "plugins");
  private static final long SEED = 7;
  private static final Duration OUTAGE = Duration.ofMinutes(1);

  /** Nobody but the person at the page takes it. */
  private static final Duration NEVER = Duration.ofDays(1);

  /** Panels that show 0 for all that happens in the demo, or for all but a moment. */
  private static final Set<String> NOTHING_TO_SEE =
      Set.of(
          "Reached nobody",
          "Nobody is on it",
          "Waiting for somebody",
          "Drills",
          "Plans refused",
          "Records unaccounted for",
          "Mentions waiting",
          "Waiting records by job",
          "Too late to count",
          "Feed gaps by channel",
          "Unanswered at 72 hours");

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final StringWriter told = new StringWriter();
  private Browser browser;
  private Demo demo;
  private Path folder;
  private CompletableFuture<Object> pastIsRead;
  private Prometheus prometheus;
  private CompletableFuture<Path> page;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    Programs.require("prometheus");
    page = GrafanaCode.begin(Dashboard.FOLDER);
    browser = opened(Browser.start(folder.resolve("profile")));
    browser.prefer("light");
    browser.resize(1600, 1250);
    DemoSettings settings = new DemoSettings(0, PLUGINS, null, Map.of(), NEVER);
    Terminal terminal = new Terminal(new PrintWriter(told, true), Ansi.OFF);
    demo =
        opened(Demo.start(settings, folder.resolve("demo"), plan(), terminal, Clock.systemUTC()));
    pastIsRead = demo.goLive(SEED);
    prometheus = opened(Prometheus.start(folder, scrapeConfig()));
  }

  @AfterAll
  void end() throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    opened.push(part);
    return part;
  }

  @Test
  @Order(1)
  void isSeenFromCalmThroughTheOutageToStandDown() throws Exception {
    browser.driver().get(address("live page"));
    Eventually.isTrue("the past is not read", pastIsRead::isDone);
    seen("#freshness-word", "Live");
    seen("#calm", "All quiet");
    seen("#brand-list", "nimbus");

    demo.tell(OUTAGE);
    seen(".incident h3", "nimbus");
    seen(".owner", "nobody is on it");
    seen("#pages-list", "delivered");
    browser.screenshot("demo-overview");

    browser.driver().findElement(By.cssSelector(".incident h3 a")).click();
    seen("#brand-name", "nimbus");
    seen("#timeline-list", "Paged duty-lead");
    seen("#spikes-list", "negativity");
    // An acknowledgement holds until it is worse than ever: no worse than this.
    seen("#brand-mark", "Critical");
    browser.driver().findElement(By.cssSelector(".ack input")).sendKeys("Ana Sousa");
    browser.driver().findElement(By.cssSelector(".ack button")).click();
    seen("#timeline-list", "Acknowledged by Ana Sousa");
    seen(".owner", "on it: Ana Sousa");
    browser.screenshot("demo-brand");
    browser.prefer("dark");
    browser.screenshot("demo-brand-dark");
    assertThat(browser.accessibilityFaults()).isEmpty();

    seen("#timeline-list", "Standing down");
    seen("#timeline-list", "Resolved");
    browser.screenshot("demo-brand-calm");
    assertThat(browser.accessibilityFaults()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @Order(2)
  void everyPanelOfEveryDashboardFindsItsData() throws Exception {
    for (Dashboard dashboard : Dashboard.all()) {
      for (JsonNode panel : dashboard.panels()) {
        List<Query> queries = dashboard.queries(panel);
        for (Query query : queries) {
          Eventually.holds(() -> assertThat(numbers(query)).as(query.toString()).isNotEmpty());
        }
        if (!queries.isEmpty() && !NOTHING_TO_SEE.contains(panel.get("title").asText())) {
          Eventually.holds(() -> assertSomeOther(queries));
        }
      }
      for (Query query : dashboard.annotationQueries()) {
        assertThat(numbers(query)).as(query.toString()).isNotEmpty();
      }
    }
  }

  /** Some number that is not 0. */
  private void assertSomeOther(List<Query> queries) throws Exception {
    double largest = 0;
    for (Query query : queries) {
      for (double number : numbers(query)) {
        largest = Math.max(largest, Math.abs(number));
      }
    }
    assertThat(largest).as(queries.toString()).isPositive();
  }

  private List<Double> numbers(Query query) throws Exception {
    List<Double> values = prometheus.values(query.expression(), query.instant());
    return values.stream().filter(Double::isFinite).toList();
  }

  @Test
  @Order(3)
  void grafanasOwnCodeDrawsTheDashboards() throws Exception {
    GrafanaCode.require();
    try (DashboardDrawing drawing =
        DashboardDrawing.start(page.join(), Dashboard.FOLDER, prometheus)) {
      for (Dashboard dashboard : Dashboard.all()) {
        String name = dashboard.name();
        assertIsDrawn(name, drawing.draw(browser, name, "brand=nimbus", "dashboard-" + name));
        drawing.draw(browser, name, "theme=dark", "dashboard-" + name + "-dark");
      }
    }
    assertThat(browser.complaints()).isEmpty();
  }

  private static void assertIsDrawn(String name, JsonNode panels) {
    assertThat(panels).as(name).hasSizeGreaterThan(5);
    for (JsonNode panel : panels) {
      assertThat(panel.path("error").asText()).as("%s: %s", name, panel).isEmpty();
      if (!panel.get("type").asText().equals("annolist")) {
        assertThat(panel.get("numbers").asInt()).as("%s: %s", name, panel).isPositive();
      }
    }
  }

  /** The demo's own, but calm is believed sooner. */
  private Path plan() throws IOException {
    String shipped = Files.readString(PLAN);
    assertThat(shipped).contains("standDown: 2m");
    return Files.writeString(
        folder.resolve("plan.yaml"), shipped.replace("standDown: 2m", "standDown: 20s"));
  }

  /** What is shipped, but faster and with this demo's ports. */
  private Path scrapeConfig() throws IOException {
    String shipped = Files.readString(SCRAPE_CONFIG);
    assertThat(shipped).contains("127.0.0.1:8088", "127.0.0.1:9249", "scrape_interval: 5s");
    for (String rules : List.of("recording.yml", "alerts.yml")) {
      Files.copy(SCRAPE_CONFIG.resolveSibling(rules), folder.resolve(rules));
    }
    return Files.writeString(
        folder.resolve("prometheus.yml"),
        shipped
            .replace("127.0.0.1:8088", authority("metrics"))
            .replace("127.0.0.1:9249", authority("Flink's metrics"))
            .replace("_interval: 5s", "_interval: 2s")
            .replace("_timeout: 4s", "_timeout: 2s"));
  }

  private String authority(String what) {
    return address(what).replaceFirst("http://", "").replaceFirst("/.*", "");
  }

  /** An address that the demo told. */
  private String address(String what) {
    Matcher address = Pattern.compile(what + " +(http\\S+)").matcher(told.toString());
    assertThat(address.find()).as(told.toString()).isTrue();
    return address.group(1);
  }

  private void seen(String css, String text) {
    Eventually.holds(
        () ->
            assertThat(browser.driver().findElement(By.cssSelector(css)).getText()).contains(text));
  }
}
