package io.tocsin.deploy.firehose;

import io.tocsin.deploy.firehose.traffic.WorldEvent;
import java.time.Clock;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a world to a Kafka topic: its history as fast as the broker takes it, then the present as
 * the clock goes. Each record's Kafka timestamp is its arrival.
 *
 * <p>One thread sends; {@link #happens}, {@link #stop} and {@link #sent} may be called from any. A
 * record that the broker refuses for good ends the sending with an exception: nothing is lost in
 * silence.
 */
public final class FirehoseProducer implements AutoCloseable {
  private static final long STEP_MILLIS = 50;

  private final World world;
  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final Queue<WorldEvent> news = new ConcurrentLinkedQueue<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final RecordCounts.Counter acknowledged = new RecordCounts.Counter();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /** Sends through this Kafka producer, which is closed with this one. */
  public FirehoseProducer(World world, Producer<byte[], byte[]> producer, String topic) {
    this.world = world;
    this.producer = producer;
    this.topic = topic;
  }

  /**
   * Sends to a broker.
   *
   * @param bootstrapServers {@code host:port}, comma-separated
   */
  public static FirehoseProducer connect(World world, String bootstrapServers, String topic) {
    Map<String, Object> config =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.CLIENT_ID_CONFIG,
            "tocsin-firehose",
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            ProducerConfig.BATCH_SIZE_CONFIG,
            128 * 1024,
            ProducerConfig.LINGER_MS_CONFIG,
            5);
    ByteArraySerializer bytes = new ByteArraySerializer();
    return new FirehoseProducer(world, new KafkaProducer<>(config, bytes, bytes), topic);
  }

  /**
   * Sends all further records until then as fast as it can, and waits until the broker has them.
   * Returns early when stopped.
   *
   * @param untilMillis epoch milliseconds
   * @throws IllegalStateException if the broker refused a record
   */
  public void backfill(long untilMillis) {
    while (world.nowMillis() < untilMillis && stopped.getCount() > 0) {
      long next = world.nowMillis() + TimeUnit.MINUTES.toMillis(1);
      world.until(Math.min(next, untilMillis), this::send);
    }
    producer.flush();
    requireNoFailure();
  }

  /**
   * Lets something more happen in the world while it is live.
   *
   * @param event begins some seconds from now
   */
  public void happens(WorldEvent event) {
    news.add(event);
  }

  /**
   * Sends what arrives as the clock goes, until it is stopped; what arrived since the world's last
   * record is sent at once.
   *
   * @throws InterruptedException if its thread is interrupted while it waits
   * @throws IllegalStateException if the broker refused a record
   */
  public void runLive(Clock clock) throws InterruptedException {
    Pacer pacer = new Pacer(world.nowMillis(), STEP_MILLIS);
    do {
      for (WorldEvent event = news.poll(); event != null; event = news.poll()) {
        world.happens(event);
      }
      world.until(pacer.due(clock.millis()), this::send);
      requireNoFailure();
    } while (!stopped.await(pacer.waitMillis(clock.millis()), TimeUnit.MILLISECONDS));
    producer.flush();
    requireNoFailure();
  }

  /** Ends {@link #runLive} and {@link #backfill} after the record at hand, for good. */
  public void stop() {
    stopped.countDown();
  }

  /** What the broker has acknowledged so far, by kind. */
  public RecordCounts sent() {
    return acknowledged.counts();
  }

  /** Stops, waits until the broker has what was sent, and closes the Kafka producer. */
  @Override
  public void close() {
    stop();
    producer.close();
  }

  private void send(FirehoseRecord record) {
    ProducerRecord<byte[], byte[]> out =
        new ProducerRecord<>(topic, null, record.arrivalMillis(), record.key(), record.value());
    RecordKind kind = record.kind();
    // The callback hears of every outcome; the future would tell the same again.
    var unused =
        producer.send(
            out,
            (metadata, refused) -> {
              if (refused == null) {
                acknowledged.add(kind);
              } else {
                failure.compareAndSet(null, refused);
              }
            });
  }

  private void requireNoFailure() {
    Exception refused = failure.get();
    if (refused != null) {
      throw new IllegalStateException(
          "the broker refused a record of " + topic + ": " + refused.getMessage(), refused);
    }
  }
}
