package io.tocsin.deploy.desk;

import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiDelta;
import io.tocsin.kpi.KpiMetric;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A desk without a broker and a port, for measuring: it takes records and is scraped. */
public final class ScrapeLoad {
  private static final String[] CHANNELS = {"x", "bluesky", "facebook"};
  private static final String[] SENTIMENTS = {"negative", "neutral", "positive", "unscored"};
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";

  private final Board board = new Board(SecondOpinions.none(), ExamplesReader.NONE);
  private final RecordIntake intake = new RecordIntake(board);
  private final DeskCollector collector;
  private BoardSnapshot snapshot = BoardSnapshot.EMPTY;

  /** A desk that has read nothing. */
  public ScrapeLoad() {
    Clock clock = Clock.systemUTC();
    Feed feed = new Feed(Feed.State.LIVE, "reading", clock.instant());
    collector =
        new DeskCollector(() -> snapshot, () -> feed, new AckCounts(), new NoteCounts(), clock);
  }

  /**
   * Records as they stand on the topic of KPIs: mentions of brands by channel and sentiment.
   *
   * @param from number of the first series
   * @param until number of the first that is not among them
   */
  public static List<ConsumerRecord<byte[], byte[]>> records(int from, int until) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int number = from; number < until; number++) {
      records.add(record(number));
    }
    return records;
  }

  private static ConsumerRecord<byte[], byte[]> record(int number) {
    KpiDelta delta =
        KpiDelta.of(
            KpiMetric.MENTIONS_TOTAL,
            number,
            "brand-" + number / 12,
            CHANNELS[number / 4 % CHANNELS.length],
            SENTIMENTS[number % SENTIMENTS.length]);
    Kpi kpi = new Kpi(delta.series(), delta.metric(), delta.labels(), delta.amount(), START);
    byte[] key = kpi.series().getBytes(StandardCharsets.UTF_8);
    return new ConsumerRecord<>(Topic.KPIS.topicName(), 0, number, key, WireJson.toBytes(kpi));
  }

  /** Takes records as at the desk's start. */
  public void read(List<ConsumerRecord<byte[], byte[]>> records) {
    records.forEach(record -> intake.old(record, START));
  }

  /** Draws what stands, as the desk does up to four times a second. */
  public void draw() {
    snapshot = board.snapshot();
  }

  /** Scrapes in Prometheus' text format; returns its length in characters. */
  public long scrapeText() {
    return Exposition.of(collector, null).body().length();
  }

  /** Scrapes in OpenMetrics; returns its length in characters. */
  public long scrapeOpenMetrics() {
    return Exposition.of(collector, OPEN_METRICS).body().length();
  }
}
