package io.tocsin.deploy.stack;

import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows topics from their beginning in a thread of its own and hands each record on. */
public final class RecordFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RecordFollower.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration PATIENCE_ON_CLOSE = Duration.ofSeconds(5);

  private final Map<String, Topic> topics;
  private final Consumer<Object> listener;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Thread thread;

  private RecordFollower(
      String bootstrapServers, String isolation, List<Topic> topics, Consumer<Object> listener) {
    this.topics = topics.stream().collect(Collectors.toMap(Topic::topicName, Function.identity()));
    this.listener = listener;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                isolation,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.thread = new Thread(this::follow, "record-follower");
    thread.setDaemon(true);
  }

  /** Begins to follow topics, which must exist; only what was committed. */
  public static RecordFollower start(
      String bootstrapServers, Consumer<Object> listener, Topic... topics) {
    return start(bootstrapServers, "read_committed", listener, topics);
  }

  /** Begins to follow topics, which must exist; also what may yet be rolled back. */
  static RecordFollower startUncommitted(
      String bootstrapServers, Consumer<Object> listener, Topic... topics) {
    return start(bootstrapServers, "read_uncommitted", listener, topics);
  }

  private static RecordFollower start(
      String bootstrapServers, String isolation, Consumer<Object> listener, Topic... topics) {
    RecordFollower follower =
        new RecordFollower(bootstrapServers, isolation, Arrays.asList(topics), listener);
    follower.thread.start();
    return follower;
  }

  private void follow() {
    try (consumer) {
      List<TopicPartition> partitions =
          topics.keySet().stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(RecordFollower::partition)
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (true) {
        handInOrderOfTheFlow(consumer.poll(POLL));
      }
    } catch (WakeupException e) {
      LOG.debug("closed", e);
    }
  }

  /** What was committed together is told from cause to effect. */
  private void handInOrderOfTheFlow(ConsumerRecords<byte[], byte[]> records) {
    List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
    records.forEach(batch::add);
    batch.sort(Comparator.comparing(record -> topics.get(record.topic())));
    batch.forEach(this::hand);
  }

  private void hand(ConsumerRecord<byte[], byte[]> record) {
    Topic topic = topics.get(record.topic());
    if (topic == null || record.value() == null) {
      return;
    }
    try {
      listener.accept(WireJson.fromBytes(record.value(), topic.recordType()));
    } catch (IOException e) {
      LOG.warn("{} offset {} is not readable", record.topic(), record.offset(), e);
    }
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join(PATIENCE_ON_CLOSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
