package io.tocsin.deploy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Ack;
import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.config.JobOption;
import io.tocsin.jobs.config.JobSettings;
import io.tocsin.jobs.sink.RecordSinks;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExactlyOnceSinkIT {
  private static final int RECORDS = 30_000;
  private static final int FAILURES = 2;
  private static final long PACE_NANOS = 200_000;
  private static final String SUBTASKS = "2";

  @TempDir Path folder;

  @Test
  void writesEveryRecordOnceAlthoughTheJobFailsBetweenCheckpoints() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
      broker.createTopics(List.of(new TopicSpec(Topic.ACKS.topicName(), 1, false)));
      run(broker);

      assertThat(FailingMap.FAILED).hasValue(FAILURES);
      List<String> ids = committedIds(broker);
      assertThat(ids).doesNotHaveDuplicates();
      assertThat(ids).containsAll(LongStream.range(0, RECORDS).mapToObj(Long::toString).toList());
      assertThat(transactionalIds(broker))
          .as("ids of transactions, which a broker remembers for a week")
          .isLessThan(20);
    }
  }

  private static void run(EmbeddedBroker broker) throws Exception {
    JobSettings settings =
        JobSettings.of(
            Map.of(
                JobOption.KAFKA_BOOTSTRAP_SERVERS,
                broker.bootstrapServers(),
                JobOption.CHECKPOINT_INTERVAL,
                "200ms",
                JobOption.PARALLELISM,
                SUBTASKS));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(EngineConfig.of(settings.engine()));
    env.fromSequence(0, RECORDS - 1)
        .uid("numbers")
        .map(new FailingMap())
        .uid("failing")
        .sinkTo(RecordSinks.kafka(Topic.ACKS, DeliveryGuarantee.EXACTLY_ONCE, settings.kafka()))
        .uid("acks");
    env.execute();
  }

  private static List<String> committedIds(EmbeddedBroker broker) throws IOException {
    TopicPartition partition = new TopicPartition(Topic.ACKS.topicName(), 0);
    List<String> ids = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      Long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (end != null && consumer.position(partition) < end) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
          ids.add(WireJson.fromBytes(record.value(), Ack.class).incidentId());
        }
      }
    }
    return ids;
  }

  private static int transactionalIds(EmbeddedBroker broker) throws Exception {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
      return admin.listTransactions().all().get().size();
    }
  }

  /** Makes acks at a steady pace and fails some records behind a completed checkpoint. */
  private static final class FailingMap extends RichMapFunction<Long, Ack>
      implements CheckpointListener {
    private static final AtomicInteger FAILED = new AtomicInteger();
    private static final int RECORDS_BEHIND = 200;

    private boolean checkpointed;
    private int behind;

    @Override
    public Ack map(Long number) {
      LockSupport.parkNanos(PACE_NANOS);
      if (checkpointed && ++behind > RECORDS_BEHIND && FAILED.get() < FAILURES) {
        FAILED.incrementAndGet();
        throw new IllegalStateException("fails on purpose at " + number);
      }
      return new Ack(Long.toString(number), "acme", "ada", Instant.EPOCH);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
      checkpointed = true;
    }
  }
}
