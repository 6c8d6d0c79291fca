package io.tocsin.deploy.desk;

import io.prometheus.client.Collector;
import java.util.List;
import java.util.Locale;

/** What the desk tells of itself and of topics that no job counts: the catalogue's other half. */
enum DeskMetric {
  PAGE_DELIVERIES_TOTAL(
      Collector.Type.COUNTER,
      "pages",
      "tocsin.page-receipts",
      "Page deliveries by how they ended, each receipt counted",
      "brand",
      "outcome"),
  EVENT_TIME_SECONDS(
      Collector.Type.GAUGE,
      "seconds since 1970",
      "tocsin.kpis",
      "Event time up to which the KPIs reach, epoch seconds"),
  FAMILY_EVENT_TIME_SECONDS(
      Collector.Type.GAUGE,
      "seconds since 1970",
      "tocsin.kpis",
      "Event time of the newest change in a family of KPIs, epoch seconds",
      "family"),
  FEED_SILENT_SECONDS(
      Collector.Type.GAUGE,
      "seconds",
      "tocsin.mentions: its end offsets",
      "Wall-clock time since the firehose brought its newest record, to two seconds"),
  DESK_SECONDS_SINCE_UPDATE(
      Collector.Type.GAUGE,
      "seconds",
      "each topic that the desk reads",
      "Wall-clock time since a topic's newest record came",
      "topic"),
  DESK_UNREADABLE_RECORDS_TOTAL(
      Collector.Type.COUNTER,
      "records",
      "each topic that the desk reads",
      "Records that the desk could not read, since it started",
      "topic"),
  DESK_SECOND_OPINIONS_TOTAL(
      Collector.Type.COUNTER,
      "posts",
      "tocsin.incidents: example posts",
      "Example posts offered to the slow scorer, by what became of them, since the desk started",
      "outcome"),
  DESK_ACKS_TOTAL(
      Collector.Type.COUNTER,
      "wishes",
      "the desk's requests",
      "Wishes to acknowledge, by how they came and what became of them, since the desk started",
      "way",
      "outcome"),
  DESK_ANNOTATIONS_TOTAL(
      Collector.Type.COUNTER,
      "writes",
      "tocsin.incidents",
      "Annotations written into Grafana or tried in vain, since the desk started",
      "outcome"),
  PLAN_INFO(
      Collector.Type.GAUGE,
      "always 1",
      "tocsin.plan-reports",
      "The crisis plan in force, by its version: always 1",
      "version"),
  PLAN_REFUSALS_TOTAL(
      Collector.Type.COUNTER,
      "plans",
      "tocsin.plan-reports",
      "Crisis plans that were refused: the one before stayed in force"),
  DESK_UP(
      Collector.Type.GAUGE,
      "1 or 0",
      "the desk",
      "Whether the desk reads what is written: 1 yes, 0 no");

  private final MetricFamily family;

  DeskMetric(Collector.Type type, String unit, String from, String help, String... labels) {
    String name = MetricFamily.PREFIX + name().toLowerCase(Locale.ROOT);
    family = new MetricFamily(name, type, unit, from, help, List.of(labels));
  }

  /** Its entry in the catalogue. */
  MetricFamily family() {
    return family;
  }
}
