package io.tocsin.jobs.sink;

import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record as JSON under its topic's key. The Kafka timestamp is left to the producer: a
 * record says its event time itself.
 */
final class RecordSerializer<T>
    implements KafkaRecordSerializationSchema<T>, KafkaDatasetFacetProvider {
  private final Topic topic;

  RecordSerializer(Topic topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T value, KafkaSinkContext context, @Nullable Long eventTimeMillis) {
    byte[] key = topic.keyOf(value).getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic.topicName(), key, WireJson.toBytes(value));
  }

  /** Tells the sink its topic: it must know which open transactions of a pool are its own. */
  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return Optional.of(
        new DefaultKafkaDatasetFacet(
            DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic.topicName()))));
  }
}
