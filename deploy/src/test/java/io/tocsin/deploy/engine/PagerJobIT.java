package io.tocsin.deploy.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Severity;
import io.tocsin.jobs.PagerJob;
import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.config.JobOption;
import io.tocsin.jobs.config.JobSettings;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.PageReceipt;
import io.tocsin.response.PageTarget;
import io.tocsin.response.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagerJobIT {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PAGES = 20;

  @TempDir Path folder;

  @Test
  void writesOneCommittedReceiptForEveryPageAndReadsPastGarbage() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
      broker.createTopics(
          List.of(
              new TopicSpec(Topic.PAGES.topicName(), 2, false),
              new TopicSpec(Topic.PAGE_RECEIPTS.topicName(), 1, false)));
      send(broker, "{\"not\": \"a page\"".getBytes(UTF_8));
      List<Page> pages = IntStream.range(0, PAGES).mapToObj(PagerJobIT::page).toList();
      for (Page page : pages) {
        send(broker, WireJson.toBytes(page));
      }

      JobClient job = start(broker);
      List<PageReceipt> receipts = receipts(broker);
      job.cancel().get();

      assertThat(receipts)
          .extracting(PageReceipt::dedupKey)
          .containsExactlyInAnyOrderElementsOf(pages.stream().map(Page::dedupKey).toList());
      assertThat(receipts).extracting(PageReceipt::outcome).containsOnly(PageOutcome.DELIVERED);
    }
  }

  private static JobClient start(EmbeddedBroker broker) throws Exception {
    JobSettings settings =
        JobSettings.of(
            Map.of(
                JobOption.KAFKA_BOOTSTRAP_SERVERS,
                broker.bootstrapServers(),
                JobOption.CHECKPOINT_INTERVAL,
                "200ms",
                JobOption.PARALLELISM,
                "1"));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(EngineConfig.of(settings.engine()));
    PagerJob.build(env, settings);
    return env.executeAsync("pager");
  }

  private static void send(EmbeddedBroker broker, byte[] value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topic.PAGES.topicName(), value)).get();
    }
  }

  private static List<PageReceipt> receipts(EmbeddedBroker broker) throws IOException {
    List<PageReceipt> receipts = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                "test",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(Topic.PAGE_RECEIPTS.topicName()));
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (receipts.size() < PAGES && System.nanoTime() < end) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
          receipts.add(WireJson.fromBytes(record.value(), PageReceipt.class));
        }
      }
    }
    return receipts;
  }

  /** To a target of its own: many to one would be gathered into one page. */
  private static Page page(int number) {
    return new Page(
        "acme-" + number + "/critical/on-call-" + number,
        PageAction.TRIGGER,
        PageTarget.of("on-call-" + number, Transport.CONSOLE, null),
        "acme-" + number,
        "acme",
        Severity.CRITICAL,
        NOON,
        NOON.minusSeconds(40),
        "acme burns",
        "No signal.",
        List.of(),
        "plan-3",
        "critical pages everyone");
  }
}
