package io.tocsin.jobs.sink;

import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record as JSON under its topic's key. The Kafka timestamp is left to the producer: a
 * record says its event time itself.
 */
final class RecordSerializer<T> implements KafkaRecordSerializationSchema<T> {
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
}
