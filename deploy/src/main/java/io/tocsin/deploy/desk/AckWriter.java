package io.tocsin.deploy.desk;

import io.tocsin.incident.Ack;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes acknowledgements to Kafka. Safe for use by many threads. */
final class AckWriter implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Producer<byte[], byte[]> producer;

  AckWriter(String bootstrapServers) {
    producer = new KafkaProducer<>(producerProperties(bootstrapServers));
  }

  private static Properties producerProperties(String bootstrapServers) {
    int patience = (int) PATIENCE.toMillis();
    Properties properties = new Properties();
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, "tocsin-desk");
    return properties;
  }

  /**
   * Writes the acknowledgement; comes back once the broker holds it.
   *
   * @throws AckNotWrittenException if the broker did not take it in time
   */
  void write(Ack ack) {
    byte[] key = Topic.ACKS.keyOf(ack).getBytes(StandardCharsets.UTF_8);
    var record = new ProducerRecord<>(Topic.ACKS.topicName(), key, WireJson.toBytes(ack));
    try {
      producer.send(record).get(PATIENCE.toMillis() * 2, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new AckNotWrittenException(ack, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AckNotWrittenException(ack, e);
    }
  }

  @Override
  public void close() {
    producer.close(PATIENCE);
  }
}
