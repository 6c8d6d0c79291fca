package io.tocsin.deploy.desk;

import static io.tocsin.deploy.desk.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.jobs.wire.Topic;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.response.PageOutcome;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpositionTest {
  private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";

  private final Board board = new Board(SecondOpinions.none(), ExamplesReader.NONE);
  private final AckCounts acks = new AckCounts();
  private final NoteCounts notes = new NoteCounts();
  private final DeskCollector collector =
      new DeskCollector(
          board::snapshot,
          () ->
              new Feed(Feed.State.LIVE, "reading", NOON)
                  .with(new Firehose(NOON.minusSeconds(7), false)),
          acks,
          notes,
          Clock.fixed(NOON, ZoneOffset.UTC));

  @BeforeEach
  void fill() {
    apply(Topic.KPIS, Samples.mentions("acme \"air\"", "negative", 41, NOON));
    apply(Topic.KPIS, Samples.mentions("acme \"air\"", "neutral", 1, NOON));
    apply(Topic.KPIS, Samples.kpi(KpiMetric.INCIDENT_SEVERITY, 3, NOON, "acme"));
    apply(Topic.PAGE_RECEIPTS, Samples.receipt("p", PageOutcome.EXHAUSTED, 5, NOON));
  }

  private void apply(Topic topic, Object value) {
    board.apply(topic, value, NOON.minusSeconds(4));
  }

  @Test
  void writesPrometheusTextUnlessAskedOtherwise() {
    Exposition scrape = Exposition.of(collector, null);
    assertThat(scrape.contentType()).startsWith("text/plain; version=0.0.4");
    assertThat(scrape.body())
        .contains(
            """
            # HELP tocsin_mentions_total Mentions of a brand on time
            # TYPE tocsin_mentions_total counter
            tocsin_mentions_total{brand="acme \\"air\\"",channel="x",sentiment="negative",} 41.0
            tocsin_mentions_total{brand="acme \\"air\\"",channel="x",sentiment="neutral",} 1.0
            """)
        .contains("# TYPE tocsin_incident_severity gauge")
        .contains("tocsin_incident_severity{brand=\"acme\",} 3.0")
        .doesNotContain("total_total");
  }

  @Test
  void writesOpenMetricsToThoseWhoAcceptIt() {
    Exposition scrape = Exposition.of(collector, OPEN_METRICS);
    assertThat(scrape.contentType()).startsWith("application/openmetrics-text");
    assertThat(scrape.body())
        .contains("# TYPE tocsin_mentions counter")
        .contains("tocsin_mentions_total{brand=\"acme \\\"air\\\"\",channel=\"x\"")
        .doesNotContain("total_total")
        .endsWith("# EOF\n");
  }

  @Test
  void tellsAHistogramAsOneFamily() {
    Samples.kpis(KpiMetric.TIME_TO_DETECT_SECONDS, 25, NOON, "acme")
        .forEach(kpi -> apply(Topic.KPIS, kpi));

    assertThat(Exposition.of(collector, null).body())
        .contains("# TYPE tocsin_time_to_detect_seconds histogram")
        .contains("tocsin_time_to_detect_seconds_bucket{brand=\"acme\",le=\"20.0\",} 0.0")
        .contains("tocsin_time_to_detect_seconds_bucket{brand=\"acme\",le=\"30.0\",} 1.0")
        .contains("tocsin_time_to_detect_seconds_bucket{brand=\"acme\",le=\"+Inf\",} 1.0")
        .contains("tocsin_time_to_detect_seconds_sum{brand=\"acme\",} 25.0")
        .contains("tocsin_time_to_detect_seconds_count{brand=\"acme\",} 1.0");
  }

  @Test
  void saysWhenEachFamilyChangedLast() {
    apply(Topic.KPIS, Samples.kpi(KpiMetric.INCIDENT_SEVERITY, 1, NOON.plusSeconds(5), "zeta"));
    double noon = NOON.getEpochSecond();

    assertThat(Exposition.of(collector, null).body())
        .contains(
            "tocsin_family_event_time_seconds{family=\"tocsin_mentions_total\",} " + noon + "\n")
        .contains(
            "tocsin_family_event_time_seconds{family=\"tocsin_incident_severity\",} "
                + (noon + 5)
                + "\n");
  }

  @Test
  void namesWhatTheCatalogueNamesAndNothingElse() {
    assertThat(Exposition.of(collector, null).body().lines())
        .filteredOn(line -> line.startsWith("# TYPE"))
        .isSubsetOf(
            MetricFamily.all().stream()
                .map(f -> "# TYPE " + f.name() + " " + f.typeName())
                .toList());
  }

  @Test
  void countsPagesByHowTheyEnded() {
    assertThat(Exposition.of(collector, null).body())
        .contains("tocsin_page_deliveries_total{brand=\"acme\",outcome=\"exhausted\",} 1.0");
  }

  @Test
  void countsWishesToAcknowledge() {
    acks.count(AckCounts.Way.LINK, "BAD_LINK");
    acks.count(AckCounts.Way.LINK, "BAD_LINK");
    assertThat(Exposition.of(collector, null).body())
        .contains("tocsin_desk_acks_total{way=\"link\",outcome=\"bad_link\",} 2.0");
  }

  @Test
  void saysHowFreshEachTopicIs() {
    assertThat(Exposition.of(collector, null).body())
        .contains("tocsin_desk_seconds_since_update{topic=\"tocsin.kpis\",} 4.0")
        .doesNotContain("topic=\"tocsin.redirects\",} 0.0\ntocsin_desk_seconds")
        .contains("# TYPE tocsin_event_time_seconds gauge")
        .containsPattern("tocsin_event_time_seconds \\d")
        .contains("tocsin_desk_up 1.0");
  }

  @Test
  void saysForHowLongNothingHasComeIn() {
    assertThat(Exposition.of(collector, null).body())
        .contains("# TYPE tocsin_feed_silent_seconds gauge")
        .contains("tocsin_feed_silent_seconds 7.0");
  }

  @Test
  void countsWhatItCouldNotRead() {
    board.unreadable(Topic.PAGES);
    assertThat(Exposition.of(collector, null).body())
        .contains("tocsin_desk_unreadable_records_total{topic=\"tocsin.pages\",} 1.0")
        .contains("tocsin_desk_unreadable_records_total{topic=\"tocsin.kpis\",} 0.0");
  }

  @Test
  void namesEveryFamilyOnce() {
    String body = Exposition.of(collector, null).body();
    assertThat(body.lines().filter(line -> line.startsWith("# TYPE"))).doesNotHaveDuplicates();
  }
}
