package io.tocsin.deploy.ledger;

import io.tocsin.deploy.host.UserException;
import io.tocsin.incident.Ack;
import io.tocsin.incident.Incident;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.response.Page;
import io.tocsin.response.PageReceipt;
import io.tocsin.spike.Spike;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log on Kafka: what was committed, from the oldest record to the newest of this moment. */
final class LogTopics {
  private static final Logger LOG = LoggerFactory.getLogger(LogTopics.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private final KafkaConsumer<byte[], byte[]> consumer;

  private LogTopics(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /**
   * Reads it whole.
   *
   * @throws UserException if the broker does not answer
   */
  static DecisionLog read(String bootstrapServers) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
      return new LogTopics(consumer).read();
    } catch (KafkaException e) {
      throw new UserException(
          "cannot read the log from Kafka at " + bootstrapServers + ": " + e.getMessage(), e);
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) ANSWER.toMillis(),
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private DecisionLog read() {
    return new DecisionLog(
        read(Topic.SPIKES, Spike.class),
        read(Topic.INCIDENTS, Incident.class),
        read(Topic.PAGES, Page.class),
        read(Topic.PAGE_RECEIPTS, PageReceipt.class),
        read(Topic.ACKS, Ack.class));
  }

  private <T> List<T> read(Topic topic, Class<T> type) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.topicName()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<T> records = new ArrayList<>();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        add(record, type, records);
      }
    }
    return records;
  }

  private static <T> void add(
      ConsumerRecord<byte[], byte[]> record, Class<T> type, List<T> records) {
    if (record.value() == null) {
      return;
    }
    try {
      records.add(WireJson.fromBytes(record.value(), type));
    } catch (IOException e) {
      LOG.warn("{} offset {} is not readable", record.topic(), record.offset(), e);
    }
  }
}
