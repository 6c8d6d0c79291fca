package io.tocsin.deploy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.deploy.host.PortInUseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
  private static final int ANY_PORT = 0;
  private static final String TOPIC = "mentions";
  private static final List<TopicSpec> TOPICS = List.of(new TopicSpec(TOPIC, 2, false));
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Queue<Exception> refusals = new ConcurrentLinkedQueue<>();

  @TempDir Path folder;

  @Test
  void servesWhatItWasGivenAndKeepsItOverARestartOnTheSamePort() throws Exception {
    int port;
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, ANY_PORT)) {
      port = broker.port();
      broker.createTopics(TOPICS);
      send(broker, "before");
      assertThat(read(broker, 1)).containsExactly("before");
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, port)) {
      assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
      send(broker, "after");
      assertThat(read(broker, 2)).containsExactlyInAnyOrder("before", "after");
    }
  }

  @Test
  void showsACommittedTransactionAndHidesAnAbortedOne() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, ANY_PORT)) {
      broker.createTopics(TOPICS);
      try (KafkaProducer<String, String> producer = transactionalProducer(broker)) {
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(TOPIC, "aborted")).get();
        producer.abortTransaction();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(TOPIC, "committed")).get();
        producer.commitTransaction();
      }
      assertThat(read(broker, 1)).containsExactly("committed");
    }
  }

  @Test
  void createsTopicsOnceAndLeavesThoseThatAreThere() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, ANY_PORT)) {
      broker.createTopics(TOPICS);
      broker.createTopics(List.of(new TopicSpec(TOPIC, 5, false), new TopicSpec("kpis", 1, true)));
      assertThat(partitions(broker, TOPIC)).isEqualTo(2);
      assertThat(cleanupPolicy(broker, "kpis")).isEqualTo("compact");
      assertThat(broker.failure()).isNotDone();
    }
  }

  @Test
  void takesAHurriedProducersRecordsAsSoonAsTheTopicsAreCreated() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, ANY_PORT);
        KafkaProducer<String, String> producer = new KafkaProducer<>(hurried(broker))) {
      for (int topic = 0; topic < 20; topic++) {
        String name = "hurry-" + topic;
        broker.createTopics(List.of(new TopicSpec(name, 4, false)));
        for (int record = 0; record < 400; record++) {
          var unused =
              producer.send(new ProducerRecord<>(name, record % 4, null, "record"), this::note);
        }
        producer.flush();
        assertThat(refusals).as(name).isEmpty();
      }
    }
  }

  @Test
  void saysWhichPortIsTakenBeforeItWritesAnything() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> EmbeddedBroker.start(folder, port).close())
          .isInstanceOf(PortInUseException.class)
          .hasMessageStartingWith("port " + port + " for Kafka is in use");
      assertThat(folder).isEmptyDirectory();
    }
  }

  private static void send(EmbeddedBroker broker, String value) throws Exception {
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(producerSettings(broker))) {
      producer.send(new ProducerRecord<>(TOPIC, value)).get();
    }
  }

  private void note(RecordMetadata metadata, @Nullable Exception refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }

  /** Many small batches at once, and no patience with a partition that is stuck. */
  private static Map<String, Object> hurried(EmbeddedBroker broker) {
    Map<String, Object> settings = new HashMap<>(producerSettings(broker));
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 64);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    return settings;
  }

  private static KafkaProducer<String, String> transactionalProducer(EmbeddedBroker broker) {
    Map<String, Object> settings = new HashMap<>(producerSettings(broker));
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "one");
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 3_600_000);
    return new KafkaProducer<>(settings);
  }

  private static Map<String, Object> producerSettings(EmbeddedBroker broker) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers(),
        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
  }

  /** Reads committed records as a consumer group until there are so many, or patience ends. */
  private static List<String> read(EmbeddedBroker broker, int count) {
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(consumerSettings(broker))) {
      consumer.subscribe(List.of(TOPIC));
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (values.size() < count && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }

  private static Map<String, Object> consumerSettings(EmbeddedBroker broker) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        broker.bootstrapServers(),
        ConsumerConfig.GROUP_ID_CONFIG,
        "reader",
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        "read_committed",
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        StringDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        StringDeserializer.class);
  }

  private static int partitions(EmbeddedBroker broker, String topic)
      throws ExecutionException, InterruptedException {
    try (Admin admin = admin(broker)) {
      return admin
          .describeTopics(List.of(topic))
          .topicNameValues()
          .values()
          .iterator()
          .next()
          .get()
          .partitions()
          .size();
    }
  }

  private static String cleanupPolicy(EmbeddedBroker broker, String topic)
      throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = admin(broker)) {
      Config config =
          admin.describeConfigs(List.of(resource)).values().values().iterator().next().get();
      return config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
    }
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()));
  }
}
