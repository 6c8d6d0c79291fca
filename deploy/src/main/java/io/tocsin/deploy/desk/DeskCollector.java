package io.tocsin.deploy.desk;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiMetric;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The KPI catalogue and the desk's own freshness for Prometheus. A scrape only reads the snapshot
 * that stands. Values carry on from before a restart, as they are what the topics say.
 */
final class DeskCollector extends Collector {
  private final Supplier<BoardSnapshot> board;
  private final Supplier<Feed> feed;
  private final AckCounts acks;
  private final NoteCounts notes;
  private final Clock clock;

  DeskCollector(
      Supplier<BoardSnapshot> board,
      Supplier<Feed> feed,
      AckCounts acks,
      NoteCounts notes,
      Clock clock) {
    this.board = board;
    this.feed = feed;
    this.acks = acks;
    this.notes = notes;
    this.clock = clock;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    BoardSnapshot now = board.get();
    List<MetricFamilySamples> families = new ArrayList<>();
    for (KpiMetric metric : KpiMetric.values()) {
      List<Kpi> series = now.kpis().getOrDefault(metric, List.of());
      if (!series.isEmpty()) {
        families.add(kpiFamily(metric, series));
      }
    }
    families.add(deliveries(now.deliveries()));
    families.add(eventTime(now));
    families.add(familyEventTimes(now));
    families.add(firehose());
    families.add(freshness(now));
    families.add(unreadable(now));
    families.add(secondOpinions(now));
    families.add(acks());
    families.add(annotations());
    families.add(planInForce(now.happenings().plan()));
    families.add(planRefusals(now.happenings().plan()));
    families.add(up());
    return families;
  }

  private static MetricFamilySamples kpiFamily(KpiMetric metric, List<Kpi> series) {
    List<Sample> samples = series.stream().map(DeskCollector::sample).toList();
    return samplesOf(MetricFamily.of(metric), samples);
  }

  private static Sample sample(Kpi kpi) {
    List<String> names = List.copyOf(kpi.labels().keySet());
    String name = MetricFamily.PREFIX + kpi.sampleName();
    return new Sample(name, names, List.copyOf(kpi.labels().values()), kpi.value());
  }

  private static MetricFamilySamples deliveries(List<DeliveryCount> counts) {
    return family(
        DeskMetric.PAGE_DELIVERIES_TOTAL,
        counts.stream().map(c -> of(c.count(), c.brand(), word(c.outcome()))));
  }

  private static MetricFamilySamples eventTime(BoardSnapshot now) {
    return family(
        DeskMetric.EVENT_TIME_SECONDS,
        Stream.ofNullable(now.eventTime()).map(reached -> of(seconds(reached))));
  }

  private static MetricFamilySamples familyEventTimes(BoardSnapshot now) {
    return family(
        DeskMetric.FAMILY_EVENT_TIME_SECONDS,
        now.changedAt().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(last -> of(seconds(last.getValue()), MetricFamily.of(last.getKey()).name())));
  }

  private MetricFamilySamples firehose() {
    return family(
        DeskMetric.FEED_SILENT_SECONDS,
        Stream.ofNullable(feed.get().firehose().lastAt()).map(last -> of(secondsSince(last))));
  }

  private MetricFamilySamples freshness(BoardSnapshot now) {
    return family(
        DeskMetric.DESK_SECONDS_SINCE_UPDATE,
        now.lastRecordAt().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(last -> of(secondsSince(last.getValue()), last.getKey().topicName())));
  }

  private static MetricFamilySamples unreadable(BoardSnapshot now) {
    return family(
        DeskMetric.DESK_UNREADABLE_RECORDS_TOTAL,
        Board.TOPICS.stream()
            .sorted(Comparator.naturalOrder())
            .map(topic -> of(now.unreadable().getOrDefault(topic, 0L), topic.topicName())));
  }

  private MetricFamilySamples annotations() {
    return family(
        DeskMetric.DESK_ANNOTATIONS_TOTAL,
        notes.all().entrySet().stream()
            .map(count -> of(count.getValue().sum(), word(count.getKey()))));
  }

  private static MetricFamilySamples secondOpinions(BoardSnapshot now) {
    return family(
        DeskMetric.DESK_SECOND_OPINIONS_TOTAL,
        now.secondOpinions().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(count -> of(count.getValue(), count.getKey())));
  }

  private MetricFamilySamples acks() {
    return family(
        DeskMetric.DESK_ACKS_TOTAL,
        acks.all().entrySet().stream()
            .map(
                count ->
                    of(
                        count.getValue().sum(),
                        word(count.getKey().way()),
                        count.getKey().outcome().toLowerCase(Locale.ROOT))));
  }

  private static MetricFamilySamples planInForce(PlanStanding plan) {
    return family(
        DeskMetric.PLAN_INFO, Stream.ofNullable(plan.version()).map(version -> of(1, version)));
  }

  private static MetricFamilySamples planRefusals(PlanStanding plan) {
    return family(DeskMetric.PLAN_REFUSALS_TOTAL, Stream.of(of(plan.refusals())));
  }

  private MetricFamilySamples up() {
    return family(DeskMetric.DESK_UP, Stream.of(of(feed.get().isUp() ? 1 : 0)));
  }

  /** One sample of a family that is not named yet: its labels' values, in their order. */
  private record Value(double value, List<String> labels) {}

  private static Value of(double value, String... labels) {
    return new Value(value, List.of(labels));
  }

  private static MetricFamilySamples family(DeskMetric metric, Stream<Value> values) {
    MetricFamily family = metric.family();
    return samplesOf(
        family,
        values
            .map(v -> new Sample(family.name(), family.labels(), v.labels(), v.value()))
            .toList());
  }

  private static MetricFamilySamples samplesOf(MetricFamily family, List<Sample> samples) {
    return new MetricFamilySamples(family.name(), family.type(), family.help(), samples);
  }

  private double secondsSince(Instant past) {
    return Duration.between(past, clock.instant()).toMillis() / 1000.0;
  }

  private static double seconds(Instant at) {
    return at.toEpochMilli() / 1000.0;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
