package io.tocsin.deploy.desk;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiMetric;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The KPI catalogue and the desk's own freshness for Prometheus. A scrape only reads the snapshot
 * that stands. Values carry on from before a restart, as they are what the topics say.
 */
final class DeskCollector extends Collector {
  private static final String PREFIX = "tocsin_";

  private final Supplier<BoardSnapshot> board;
  private final Supplier<Feed> feed;
  private final AckCounts acks;
  private final Clock clock;

  DeskCollector(Supplier<BoardSnapshot> board, Supplier<Feed> feed, AckCounts acks, Clock clock) {
    this.board = board;
    this.feed = feed;
    this.acks = acks;
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
    families.add(firehose());
    families.add(freshness(now));
    families.add(unreadable(now));
    families.add(secondOpinions(now));
    families.add(acks());
    families.add(planInForce(now.happenings().plan()));
    families.add(planRefusals(now.happenings().plan()));
    families.add(up());
    return families;
  }

  private static MetricFamilySamples kpiFamily(KpiMetric metric, List<Kpi> series) {
    String name = PREFIX + metric.metricName();
    Type type = metric.type() == KpiMetric.Type.COUNTER ? Type.COUNTER : Type.GAUGE;
    List<Sample> samples = series.stream().map(kpi -> sample(name, kpi)).toList();
    return new MetricFamilySamples(name, type, metric.help(), samples);
  }

  private static Sample sample(String name, Kpi kpi) {
    List<String> names = List.copyOf(kpi.labels().keySet());
    return new Sample(name, names, List.copyOf(kpi.labels().values()), kpi.value());
  }

  private static MetricFamilySamples deliveries(List<DeliveryCount> counts) {
    String name = PREFIX + "page_deliveries_total";
    List<String> labels = List.of("brand", "outcome");
    List<Sample> samples =
        counts.stream()
            .map(c -> new Sample(name, labels, List.of(c.brand(), word(c.outcome())), c.count()))
            .toList();
    return new MetricFamilySamples(
        name, Type.COUNTER, "Page deliveries by how they ended, each receipt counted", samples);
  }

  private static MetricFamilySamples eventTime(BoardSnapshot now) {
    String name = PREFIX + "event_time_seconds";
    var reached = now.eventTime();
    List<Sample> samples =
        reached == null
            ? List.of()
            : List.of(new Sample(name, List.of(), List.of(), reached.toEpochMilli() / 1000.0));
    return new MetricFamilySamples(
        name, Type.GAUGE, "Event time up to which the KPIs reach, epoch seconds", samples);
  }

  private MetricFamilySamples firehose() {
    String name = PREFIX + "feed_silent_seconds";
    var last = feed.get().firehose().lastAt();
    List<Sample> samples =
        last == null
            ? List.of()
            : List.of(
                new Sample(
                    name,
                    List.of(),
                    List.of(),
                    Duration.between(last, clock.instant()).toMillis() / 1000.0));
    return new MetricFamilySamples(
        name,
        Type.GAUGE,
        "Wall-clock time since the firehose brought its newest record, to two seconds",
        samples);
  }

  private MetricFamilySamples freshness(BoardSnapshot now) {
    String name = PREFIX + "desk_seconds_since_update";
    var wallClock = clock.instant();
    List<Sample> samples =
        now.lastRecordAt().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                last ->
                    topicSample(
                        name,
                        last.getKey().topicName(),
                        Duration.between(last.getValue(), wallClock).toMillis() / 1000.0))
            .toList();
    return new MetricFamilySamples(
        name, Type.GAUGE, "Wall-clock time since a topic's newest record came", samples);
  }

  private static MetricFamilySamples unreadable(BoardSnapshot now) {
    String name = PREFIX + "desk_unreadable_records_total";
    List<Sample> samples =
        Board.TOPICS.stream()
            .sorted(Comparator.naturalOrder())
            .map(t -> topicSample(name, t.topicName(), now.unreadable().getOrDefault(t, 0L)))
            .toList();
    return new MetricFamilySamples(
        name, Type.COUNTER, "Records that the desk could not read, since it started", samples);
  }

  private static MetricFamilySamples secondOpinions(BoardSnapshot now) {
    String name = PREFIX + "desk_second_opinions_total";
    List<Sample> samples =
        now.secondOpinions().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                count ->
                    new Sample(name, List.of("outcome"), List.of(count.getKey()), count.getValue()))
            .toList();
    return new MetricFamilySamples(
        name,
        Type.COUNTER,
        "Example posts offered to the slow scorer, by what became of them, since the desk started",
        samples);
  }

  private MetricFamilySamples acks() {
    String name = PREFIX + "desk_acks_total";
    List<String> labels = List.of("way", "outcome");
    List<Sample> samples =
        acks.all().entrySet().stream()
            .map(
                count ->
                    new Sample(
                        name,
                        labels,
                        List.of(
                            word(count.getKey().way()),
                            count.getKey().outcome().toLowerCase(Locale.ROOT)),
                        count.getValue().sum()))
            .toList();
    return new MetricFamilySamples(
        name,
        Type.COUNTER,
        "Wishes to acknowledge, by how they came and what became of them, since the desk started",
        samples);
  }

  private static MetricFamilySamples planInForce(PlanStanding plan) {
    String name = PREFIX + "plan_info";
    String version = plan.version();
    List<Sample> samples =
        version == null
            ? List.of()
            : List.of(new Sample(name, List.of("version"), List.of(version), 1));
    return new MetricFamilySamples(
        name, Type.GAUGE, "The crisis plan in force, by its version: always 1", samples);
  }

  private static MetricFamilySamples planRefusals(PlanStanding plan) {
    String name = PREFIX + "plan_refusals_total";
    Sample sample = new Sample(name, List.of(), List.of(), plan.refusals());
    return new MetricFamilySamples(
        name,
        Type.COUNTER,
        "Crisis plans that were refused: the one before stayed in force",
        List.of(sample));
  }

  private MetricFamilySamples up() {
    String name = PREFIX + "desk_up";
    Sample sample = new Sample(name, List.of(), List.of(), feed.get().isUp() ? 1 : 0);
    return new MetricFamilySamples(
        name, Type.GAUGE, "Whether the desk reads what is written: 1 yes, 0 no", List.of(sample));
  }

  private static Sample topicSample(String name, String topic, double value) {
    return new Sample(name, List.of("topic"), List.of(topic), value);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
