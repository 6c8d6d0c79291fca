package io.tocsin.deploy.bench;

import io.tocsin.incident.BurningParts;
import io.tocsin.incident.Handling;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiDelta;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.spike.Evidence;
import io.tocsin.spike.Phrase;
import io.tocsin.window.ExamplePost;
import io.tocsin.window.LanguageShare;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What jobs over many watches would write for a desk, once a second. */
final class DeskWorld implements AutoCloseable {
  private static final long SEED = 20_260_301;
  private static final List<String> CHANNELS = List.of("x", "facebook", "bluesky", "reviews");
  private static final List<String> SENTIMENTS = List.of("negative", "neutral", "positive");
  private static final List<Severity> SEVERITIES = List.of(Severity.values());
  private static final int WATCHES_A_BRAND = CHANNELS.size() + 1;
  private static final int BURNING = 50;
  private static final double SPOKEN_OF = 0.1;

  private final KafkaProducer<byte[], byte[]> producer;
  private final Clock clock;
  private final Random random = new Random(SEED);
  private final double[] totals;
  private final Semaphore seconds = new Semaphore(0);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private long turn;

  private DeskWorld(String bootstrapServers, int watches, Clock clock) {
    this.clock = clock;
    int brands = Math.max(1, watches / WATCHES_A_BRAND);
    totals = new double[brands * CHANNELS.size() * SENTIMENTS.size()];
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.LINGER_MS_CONFIG,
                20),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Begins, with a first word of every watch and with everything that burns. */
  static DeskWorld start(String bootstrapServers, int watches, Clock clock) {
    DeskWorld world = new DeskWorld(bootstrapServers, watches, clock);
    IntStream.range(0, world.totals.length).forEach(world::speak);
    IntStream.range(0, BURNING).forEach(world::burn);
    world.producer.flush();
    var unused = world.timer.scheduleAtFixedRate(world::tick, 1, 1, TimeUnit.SECONDS);
    return world;
  }

  /** The key of a brand. */
  static String brand(int number) {
    return "brand-" + number;
  }

  /** Comes back when the next second is written. */
  void awaitSecond() throws InterruptedException {
    seconds.acquire();
  }

  private void tick() {
    IntStream.range(0, totals.length)
        .filter(series -> random.nextDouble() < SPOKEN_OF)
        .forEach(this::speak);
    burn((int) (turn++ % BURNING));
    seconds.release();
  }

  private void speak(int series) {
    totals[series] += 1 + random.nextInt(5);
    int channel = series / SENTIMENTS.size() % CHANNELS.size();
    KpiDelta delta =
        KpiDelta.of(
            KpiMetric.MENTIONS_TOTAL,
            0,
            brand(series / SENTIMENTS.size() / CHANNELS.size()),
            CHANNELS.get(channel),
            SENTIMENTS.get(series % SENTIMENTS.size()));
    send(
        Topic.KPIS,
        new Kpi(
            delta.series(),
            KpiMetric.MENTIONS_TOTAL,
            delta.labels(),
            totals[series],
            clock.instant()));
  }

  private void burn(int brand) {
    Instant now = clock.instant();
    send(Topic.INCIDENTS, incident(brand(brand), SEVERITIES.get(brand % SEVERITIES.size()), now));
  }

  private Incident incident(String brand, Severity severity, Instant now) {
    long mentions = 400 + turn;
    return new Incident(
        brand + "-1",
        brand,
        IncidentState.OPEN,
        severity,
        IncidentChange.UPDATED,
        now,
        now,
        now.minusSeconds(60),
        mentions,
        24,
        6.4,
        mentions,
        0.71,
        0.18,
        1_840_000,
        List.of(brand + "-spike"),
        CHANNELS,
        BurningParts.NONE,
        List.of(post("a"), post("b"), post("c")),
        new Evidence(
            List.of(new Phrase("no signal", 0.46, 0.01, 9.1)),
            48,
            0.02,
            0.04,
            List.of(new LanguageShare("en", 0.82), new LanguageShare("es", 0.12)),
            3,
            0.74),
        "Negative mentions are 13 times what they usually are, since a minute",
        null,
        null,
        "1",
        null,
        null,
        Handling.NONE);
  }

  private static ExamplePost post(String id) {
    String text = "No signal in the whole of the town since noon. Is anyone there? ".repeat(3);
    return new ExamplePost(
        id, "x", "someone", text, "https://example.org/" + id, 0.8, 0.9, List.of());
  }

  private void send(Topic topic, Object value) {
    byte[] key = topic.keyOf(value).getBytes(StandardCharsets.UTF_8);
    var unused =
        producer.send(new ProducerRecord<>(topic.topicName(), key, WireJson.toBytes(value)));
  }

  @Override
  public void close() {
    timer.shutdownNow();
    producer.close();
  }
}
