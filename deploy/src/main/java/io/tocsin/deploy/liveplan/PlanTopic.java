package io.tocsin.deploy.liveplan;

import io.tocsin.deploy.host.UserException;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.response.live.PlanReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The topic on which plans are published, and the one on which it is told what became of them. */
public final class PlanTopic implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(250);

  /** A plan's text is at most this long as JSON: each character may become an escape. */
  private static final int BYTES_OF_THE_LONGEST_PLAN = 20 << 20;

  private final String bootstrapServers;
  private final KafkaProducer<byte[], byte[]> producer;

  private PlanTopic(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    int patience = (int) PATIENCE.toMillis();
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, patience,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, BYTES_OF_THE_LONGEST_PLAN,
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /**
   * Connects to brokers that have the topics.
   *
   * @throws UserException if they cannot be reached or have no such topic
   */
  public static PlanTopic connect(String bootstrapServers) {
    try {
      return new PlanTopic(bootstrapServers);
    } catch (KafkaException e) {
      throw unusable(bootstrapServers, e);
    }
  }

  /** Publishes a plan, which must be free of errors: whoever starts anew begins with it. */
  public void publish(PlanNotice notice) {
    send(Topic.CRISIS_PLAN, notice);
  }

  /** Tells of a plan that was refused before it was published. */
  void tell(PlanReport report) {
    send(Topic.PLAN_REPORTS, report);
  }

  private void send(Topic topic, Object value) {
    byte[] key = topic.keyOf(value).getBytes(StandardCharsets.UTF_8);
    try {
      producer
          .send(new ProducerRecord<>(topic.topicName(), key, WireJson.toBytes(value)))
          .get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unusable(bootstrapServers, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException | KafkaException e) {
      throw unusable(bootstrapServers, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unusable(bootstrapServers, e);
    }
  }

  /** The plan that was published last; null if none was. */
  public @Nullable PlanNotice latest() {
    try (KafkaConsumer<byte[], byte[]> consumer = reader(Topic.CRISIS_PLAN, false)) {
      long end = end(consumer, Topic.CRISIS_PLAN);
      @Nullable PlanNotice latest = null;
      while (consumer.position(partition(Topic.CRISIS_PLAN), PATIENCE) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          latest = record.value() == null ? null : read(record.value(), PlanNotice.class);
        }
      }
      return latest;
    } catch (KafkaException e) {
      throw unusable(bootstrapServers, e);
    }
  }

  /** What is told of plans from now on. */
  public PlanVerdicts verdicts() {
    try {
      return new PlanVerdicts(reader(Topic.PLAN_REPORTS, true));
    } catch (KafkaException e) {
      throw unusable(bootstrapServers, e);
    }
  }

  private KafkaConsumer<byte[], byte[]> reader(Topic topic, boolean fromNow) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(List.of(partition(topic)));
    if (fromNow) {
      consumer.seek(partition(topic), end(consumer, topic));
    } else {
      consumer.seekToBeginning(List.of(partition(topic)));
    }
    return consumer;
  }

  private static long end(KafkaConsumer<byte[], byte[]> consumer, Topic topic) {
    Long end = consumer.endOffsets(List.of(partition(topic))).get(partition(topic));
    return end == null ? 0 : end;
  }

  private static TopicPartition partition(Topic topic) {
    return new TopicPartition(topic.topicName(), 0);
  }

  static <T> @Nullable T read(byte[] json, Class<T> type) {
    try {
      return WireJson.fromBytes(json, type);
    } catch (IOException e) {
      return null;
    }
  }

  private static UserException unusable(String bootstrapServers, Throwable cause) {
    return new UserException(
        "cannot use %s and %s at %s: %s"
            .formatted(
                Topic.CRISIS_PLAN.topicName(),
                Topic.PLAN_REPORTS.topicName(),
                bootstrapServers,
                cause.getMessage()),
        cause);
  }

  @Override
  public void close() {
    producer.close(PATIENCE);
  }
}
