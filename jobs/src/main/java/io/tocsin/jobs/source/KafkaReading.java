package io.tocsin.jobs.source;

import io.tocsin.jobs.config.KafkaSettings;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** What every Kafka source has in common. */
final class KafkaReading {
  private static final String COMMITTED_ONLY = "read_committed";

  private KafkaReading() {}

  /**
   * A source of the topic. A job goes on from its checkpoint; without one from the group's
   * committed offsets; without those from the newest or the oldest record. Only committed records
   * are read.
   */
  static <T> KafkaSourceBuilder<T> of(String topic, boolean fromLatest, KafkaSettings settings) {
    return KafkaReading.<T>client(topic, settings).setStartingOffsets(committedOr(fromLatest));
  }

  /** A source of the topic that begins, without a checkpoint, with its oldest committed record. */
  static <T> KafkaSourceBuilder<T> fromOldest(String topic, KafkaSettings settings) {
    return KafkaReading.<T>client(topic, settings)
        .setStartingOffsets(OffsetsInitializer.earliest());
  }

  /**
   * A source that reads what the topic holds when the job starts, from its oldest record on, and
   * ends. It neither heeds nor tells the group's offsets. Only committed records are read.
   */
  static <T> KafkaSourceBuilder<T> whole(String topic, KafkaSettings settings) {
    return KafkaReading.<T>client(topic, settings)
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setBounded(OffsetsInitializer.latest())
        .setProperty(KafkaSourceOptions.COMMIT_OFFSETS_ON_CHECKPOINT.key(), "false");
  }

  private static <T> KafkaSourceBuilder<T> client(String topic, KafkaSettings settings) {
    Properties client = new Properties();
    client.putAll(settings.clientProperties());
    return KafkaSource.<T>builder()
        .setProperties(client)
        .setBootstrapServers(settings.bootstrapServers())
        .setTopics(topic)
        .setGroupId(settings.consumerGroup())
        .setClientIdPrefix(settings.consumerGroup() + "-" + topic)
        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, COMMITTED_ONLY);
  }

  @SuppressWarnings("deprecation") // the connector asks for Kafka's deprecated enum
  private static OffsetsInitializer committedOr(boolean fromLatest) {
    return OffsetsInitializer.committedOffsets(
        fromLatest ? OffsetResetStrategy.LATEST : OffsetResetStrategy.EARLIEST);
  }
}
