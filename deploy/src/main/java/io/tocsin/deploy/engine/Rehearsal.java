package io.tocsin.deploy.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * One record's way through the whole: Kafka, keyed state in RocksDB, a checkpoint, an exactly-once
 * sink, and back. It shows that this machine can run the engine, and touches the classes that a
 * real start needs.
 */
public final class Rehearsal {
  private static final String JOB = "Rehearsal";
  private static final TopicSpec IN = new TopicSpec("rehearsal.in", 1, false);
  private static final TopicSpec OUT = new TopicSpec("rehearsal.out", 1, false);
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(50);

  private final EmbeddedBroker broker;
  private final EmbeddedCluster cluster;

  /** On a running broker and cluster. */
  public Rehearsal(EmbeddedBroker broker, EmbeddedCluster cluster) {
    this.broker = broker;
    this.cluster = cluster;
  }

  /** The engine's configuration as far as the rehearsal needs it. */
  public static Configuration engine() {
    Configuration engine = new Configuration();
    engine.set(PipelineOptions.GENERIC_TYPES, false);
    engine.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    engine.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    engine.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    engine.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
    return engine;
  }

  /**
   * Sends one record and waits until it is committed at the far end.
   *
   * @throws IllegalStateException if it does not come within two minutes
   */
  public void run() {
    broker.createTopics(List.of(IN, OUT));
    StreamExecutionEnvironment environment = cluster.environment(JOB);
    define(environment);
    RunningJob job = cluster.submit(environment, JOB);
    send("ring");
    awaitOne();
    job.cancel(PATIENCE);
  }

  private void define(StreamExecutionEnvironment environment) {
    environment
        .setParallelism(1)
        .fromSource(source(), WatermarkStrategy.noWatermarks(), "Rehearsal source")
        .uid("rehearsal-source")
        .keyBy(text -> text, Types.STRING)
        .reduce((earlier, later) -> later)
        .uid("rehearsal-state")
        .sinkTo(sink())
        .uid("rehearsal-sink");
  }

  private KafkaSource<String> source() {
    return KafkaSource.<String>builder()
        .setBootstrapServers(broker.bootstrapServers())
        .setTopics(IN.name())
        .setGroupId(IN.name())
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setValueOnlyDeserializer(new SimpleStringSchema())
        .build();
  }

  private KafkaSink<String> sink() {
    return KafkaSink.<String>builder()
        .setBootstrapServers(broker.bootstrapServers())
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(OUT.name())
        .setRecordSerializer(
            KafkaRecordSerializationSchema.<String>builder()
                .setTopic(OUT.name())
                .setValueSerializationSchema(new SimpleStringSchema())
                .build())
        .build();
  }

  private void send(String text) {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers(),
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings)) {
      var unused = producer.send(new ProducerRecord<>(IN.name(), text));
    }
  }

  private void awaitOne() {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker.bootstrapServers(),
            ConsumerConfig.GROUP_ID_CONFIG,
            OUT.name(),
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            StringDeserializer.class,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            StringDeserializer.class);
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings)) {
      consumer.subscribe(List.of(OUT.name()));
      while (consumer.poll(POLL).isEmpty()) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("no record came through within " + PATIENCE);
        }
      }
    }
  }
}
