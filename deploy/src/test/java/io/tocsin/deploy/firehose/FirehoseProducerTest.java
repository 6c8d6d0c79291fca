package io.tocsin.deploy.firehose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against the in-memory producer that Kafka ships for tests. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class FirehoseProducerTest {
  private static final long SEED = 3;
  private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);
  private static final long STEP = 2_500;
  private static final long START = Instant.parse("2026-01-05T12:00:00Z").toEpochMilli();
  private static final String TOPIC = "mentions";

  @Test
  void backfillsEveryRecordWithItsKeyAndTime() {
    MockProducer<byte[], byte[]> kafka = kafka();
    List<FirehoseRecord> expected = new ArrayList<>();
    world().until(START + 5 * MINUTE, expected::add);
    try (FirehoseProducer producer = new FirehoseProducer(world(), kafka, TOPIC)) {
      producer.backfill(START + 5 * MINUTE);

      assertThat(producer.sent().total()).isEqualTo(expected.size());
    }
    assertThat(kafka.history())
        .zipSatisfy(
            expected,
            (sent, record) -> {
              assertThat(sent.topic()).isEqualTo(TOPIC);
              assertThat(sent.key()).isEqualTo(record.key());
              assertThat(sent.value()).isEqualTo(record.value());
              assertThat(sent.timestamp()).isEqualTo(record.arrivalMillis());
            });
    assertThat(kafka.closed()).isTrue();
  }

  @Test
  void sendsLiveUpToTheClockAndEndsWhenStopped() throws InterruptedException {
    MockProducer<byte[], byte[]> kafka = kafka();
    FirehoseProducer producer = new FirehoseProducer(world(), kafka, TOPIC);
    StoppingClock clock = new StoppingClock(START, STEP, START + MINUTE, producer);

    producer.runLive(clock);

    assertThat((long) kafka.history().size())
        .isBetween(records(START + MINUTE - STEP), records(START + MINUTE));
    assertThat(producer.sent().total()).isEqualTo(kafka.history().size());
    producer.close();
  }

  @Test
  void endsWithTheReasonWhenTheBrokerRefuses() {
    try (FirehoseProducer producer = new FirehoseProducer(world(), refusing(), TOPIC)) {
      assertThatThrownBy(() -> producer.backfill(START + MINUTE))
          .hasMessage("the broker refused a record of mentions: too large");
      assertThat(producer.sent().total()).isEqualTo(records(START + MINUTE) - 1);
    }
  }

  private static World world() {
    return new World(SEED, START, WorldSettings.defaults());
  }

  private static long records(long untilMillis) {
    AtomicLong records = new AtomicLong();
    world().until(untilMillis, record -> records.incrementAndGet());
    return records.get();
  }

  private static MockProducer<byte[], byte[]> kafka() {
    ByteArraySerializer bytes = new ByteArraySerializer();
    return new MockProducer<>(true, new RoundRobinPartitioner(), bytes, bytes);
  }

  /** Refuses the first record and takes the others, when it is flushed. */
  private static MockProducer<byte[], byte[]> refusing() {
    ByteArraySerializer bytes = new ByteArraySerializer();
    return new MockProducer<>(false, new RoundRobinPartitioner(), bytes, bytes) {
      @Override
      public synchronized void flush() {
        errorNext(new RecordTooLargeException("too large"));
        super.flush();
      }
    };
  }

  /** Goes on by a step each time it is read, and stops the producer at its end. */
  private static final class StoppingClock extends Clock {
    private final long stepMillis;
    private final long endMillis;
    private final FirehoseProducer producer;
    private long nowMillis;

    StoppingClock(long startMillis, long stepMillis, long endMillis, FirehoseProducer producer) {
      this.nowMillis = startMillis;
      this.stepMillis = stepMillis;
      this.endMillis = endMillis;
      this.producer = producer;
    }

    @Override
    public long millis() {
      nowMillis += stepMillis;
      if (nowMillis >= endMillis) {
        producer.stop();
      }
      return nowMillis;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
