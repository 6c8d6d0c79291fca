package io.tocsin.deploy.desk;

import io.tocsin.deploy.desk.IncidentInsight.NamedCount;
import io.tocsin.deploy.engine.EmbeddedBroker;
import io.tocsin.deploy.engine.TopicSpec;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.response.secret.Secrets;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A real broker with Tocsin's topics, and a desk that reads them. */
final class DeskFixture implements AutoCloseable {
  private static final int ANY_PORT = 0;
  private static final int PARTITIONS = 2;

  /** Takes every incident's posts for ones about Porto. */
  private static final ExamplesReader PORTO =
      (brand, posts, whenRead) -> {
        List<NamedCount> places = List.of(new NamedCount("Porto", posts.size()));
        whenRead.accept(
            new IncidentInsight(posts.size(), List.of(), List.of(), places, List.of(), List.of()));
        return true;
      };

  /** What signs the links of pages. */
  static final String LINK_KEY = "a key of sixteen";

  static final String HOOK_SECRET = "s3cret";

  /** What people and programs show to the desk. */
  static final String TOKEN = "a-token-of-sixteen";

  static final String[] KNOWN = {"Authorization", "Bearer " + TOKEN};

  private static final Secrets SECRETS =
      new Secrets(
          Map.of(
              "TOCSIN_SECRET_ACK_LINKS",
              LINK_KEY,
              "TOCSIN_SECRET_PAGERDUTY_WEBHOOK",
              HOOK_SECRET,
              "TOCSIN_SECRET_ALERTMANAGER_WEBHOOK",
              HOOK_SECRET,
              "TOCSIN_SECRET_DESK_TOKEN",
              TOKEN,
              "TOCSIN_SECRET_GRAFANA_TOKEN",
              "glsa_1"));

  private final EmbeddedBroker broker;
  private final KafkaProducer<byte[], byte[]> plain;
  private final KafkaProducer<byte[], byte[]> transactional;
  private final HttpClient http = HttpClient.newHttpClient();

  DeskFixture(Path folder) {
    broker = EmbeddedBroker.start(folder, ANY_PORT);
    broker.createTopics(
        Arrays.stream(Topic.values())
            .map(topic -> new TopicSpec(topic.topicName(), PARTITIONS, topic.compacted()))
            .toList());
    plain = producer(Map.of());
    transactional = producer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "job"));
    transactional.initTransactions();
  }

  private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>(more);
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  Desk startDesk() {
    return startDesk(ANY_PORT);
  }

  Desk startDesk(int port) {
    return Desk.start(settings(port, null), PORTO);
  }

  /**
   * What a desk on loopback needs to know.
   *
   * @param address of the desk as people reach it; null for the one on which it listens
   */
  DeskSettings settings(int port, @Nullable String address) {
    return DeskSettings.onLoopback(bootstrapServers(), port)
        .withLinks(address, new DeskSecrets(SECRETS, "ack-links"))
        .withSecondOpinion(DoubtfulScorer::new);
  }

  /** Writes the records as a job with an exactly-once sink does. */
  void commit(Topic topic, List<?> values) throws Exception {
    transactional.beginTransaction();
    sendAll(topic, values);
    transactional.commitTransaction();
  }

  /** Writes the records and takes them back. */
  void abort(Topic topic, List<?> values) throws Exception {
    transactional.beginTransaction();
    sendAll(topic, values);
    transactional.abortTransaction();
  }

  private void sendAll(Topic topic, List<?> values) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (Object value : values) {
      sent.add(send(transactional, topic, value));
    }
    transactional.flush();
    for (Future<RecordMetadata> one : sent) {
      one.get();
    }
  }

  /** Writes a record plainly. */
  void write(Topic topic, Object value) throws Exception {
    send(plain, topic, value).get();
  }

  /** Writes bytes that may be no record at all. */
  void writeBytes(Topic topic, String bytes) throws Exception {
    byte[] value = bytes.getBytes(StandardCharsets.UTF_8);
    plain.send(new ProducerRecord<>(topic.topicName(), value)).get();
  }

  private static Future<RecordMetadata> send(
      KafkaProducer<byte[], byte[]> producer, Topic topic, Object value) {
    byte[] key = topic.keyOf(value).getBytes(StandardCharsets.UTF_8);
    return producer.send(new ProducerRecord<>(topic.topicName(), key, WireJson.toBytes(value)));
  }

  /** The values of all records that stand on the topic. */
  List<byte[]> read(Topic topic) {
    Map<String, Object> properties =
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(properties, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<byte[]> values = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
      }
      return values;
    }
  }

  HttpResponse<String> get(Desk desk, String path, String... headers) throws Exception {
    HttpRequest.Builder request = request(desk, path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The stream of server-sent events. */
  InputStream events(Desk desk) throws Exception {
    var request = request(desk, "/api/events").header("Accept", "text/event-stream").build();
    return http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
  }

  HttpResponse<String> post(Desk desk, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        request(desk, path).POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(Desk desk, String path) {
    return HttpRequest.newBuilder(URI.create(desk.url()).resolve(path))
        .timeout(Duration.ofSeconds(20));
  }

  void stopBroker() {
    broker.close();
  }

  @Override
  public void close() {
    plain.close(Duration.ZERO);
    transactional.close(Duration.ZERO);
    broker.close();
  }
}
