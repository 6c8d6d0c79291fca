package io.tocsin.deploy.liveplan;

import io.tocsin.jobs.wire.Topic;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.response.live.PlanReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;

/** What a running job tells of published plans. Used by one thread. */
public final class PlanVerdicts implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(250);

  private final KafkaConsumer<byte[], byte[]> consumer;

  PlanVerdicts(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** What was told since the last call. Waits a moment where that is nothing. */
  List<PlanReport> next() {
    List<PlanReport> reports = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      PlanReport report =
          record.topic().equals(Topic.PLAN_REPORTS.topicName()) && record.value() != null
              ? PlanTopic.read(record.value(), PlanReport.class)
              : null;
      if (report != null) {
        reports.add(report);
      }
    }
    return reports;
  }

  /**
   * What is told of this plan; null if nothing is in time.
   *
   * @param patience how long to wait for it
   */
  public @Nullable PlanReport of(PlanNotice notice, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      for (PlanReport report : next()) {
        if (notice.publishedAt().equals(report.publishedAt())
            && notice.version().equals(report.version())) {
          return report;
        }
      }
    }
    return null;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
