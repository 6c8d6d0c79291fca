package io.tocsin.deploy.bench;

import io.tocsin.deploy.firehose.FirehoseProducer;
import io.tocsin.deploy.firehose.World;
import io.tocsin.deploy.firehose.WorldSettings;
import java.time.Duration;

/** The firehose that is measured: the same posts in every bench, written once. */
final class BenchTopic {
  /** 12,000 mentions a second at the daily mean: a large day, and several slides in every bench. */
  static final double LOAD = 1_000;

  private static final long SEED = 42;
  private static final long STEP_MILLIS = 100;

  /** Kafka refuses times to come, and forgets those of last week. */
  private static final Duration AGO = Duration.ofHours(3);

  private BenchTopic() {}

  /** A world that began some hours ago. */
  static World world(long nowMillis) {
    return new World(SEED, nowMillis - AGO.toMillis(), WorldSettings.defaults().withLoad(LOAD));
  }

  /**
   * Fills the topic.
   *
   * @param records how many at least; the last step may bring a few thousand more
   * @return how many the broker took
   */
  static long fill(World world, String bootstrapServers, String topic, long records) {
    try (FirehoseProducer producer = FirehoseProducer.connect(world, bootstrapServers, topic)) {
      while (producer.sent().total() < records) {
        producer.backfill(world.nowMillis() + STEP_MILLIS);
      }
      return producer.sent().total();
    }
  }
}
