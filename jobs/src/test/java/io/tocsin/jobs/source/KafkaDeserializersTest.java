package io.tocsin.jobs.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Ack;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.mention.DeadLetterReason;
import io.tocsin.mention.ParsedRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.SimpleUserCodeClassLoader;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KafkaDeserializersTest {
  private static final long NOON = 1_780_000_000_000L;

  private final Map<String, Counter> counters = new HashMap<>();

  @Test
  void refusesATombstoneWithItsPlaceAndTheTimeOfItsArrival() throws Exception {
    ParsedRecord parsed = read(new MentionDeserializer(), record(null)).get(0);

    assertThat(parsed.mention()).isNull();
    assertThat(parsed.deadLetter())
        .satisfies(
            letter -> {
              assertThat(letter.reason()).isEqualTo(DeadLetterReason.NULL_RECORD);
              assertThat(letter.source()).isEqualTo("topic");
              assertThat(letter.partition()).isEqualTo(3);
              assertThat(letter.offset()).isEqualTo(42);
              assertThat(letter.receivedAt()).isEqualTo(Instant.ofEpochMilli(NOON));
            });
  }

  @Test
  void countsWhatIsNoRecordOfItsTopicAndReadsOn() throws Exception {
    Ack ack = new Ack("acme-1", "acme", "ada", Instant.ofEpochMilli(NOON));

    List<Ack> acks =
        read(
            new RecordDeserializer<>(Ack.class),
            record("{\"at\":3".getBytes(UTF_8)),
            record(null),
            record(WireJson.toBytes(ack)));

    assertThat(acks).containsExactly(ack);
    assertThat(counters)
        .hasEntrySatisfying(
            RecordSources.MALFORMED_RECORDS,
            malformed -> assertThat(malformed.getCount()).isEqualTo(2));
  }

  @SafeVarargs
  private final <T> List<T> read(
      KafkaRecordDeserializationSchema<T> schema, ConsumerRecord<byte[], byte[]>... received)
      throws Exception {
    List<T> records = new ArrayList<>();
    schema.open(new Opening());
    for (ConsumerRecord<byte[], byte[]> record : received) {
      schema.deserialize(record, new ListCollector<>(records));
    }
    return records;
  }

  private static ConsumerRecord<byte[], byte[]> record(byte @Nullable [] value) {
    return new ConsumerRecord<>(
        "topic",
        3,
        42,
        NOON,
        TimestampType.CREATE_TIME,
        0,
        0,
        new byte[0],
        value,
        new RecordHeaders(),
        Optional.empty());
  }

  private final class Opening implements InitializationContext {
    @Override
    public MetricGroup getMetricGroup() {
      return new UnregisteredMetricsGroup() {
        @Override
        public Counter counter(String name) {
          return counters.computeIfAbsent(name, key -> new SimpleCounter());
        }
      };
    }

    @Override
    public UserCodeClassLoader getUserCodeClassLoader() {
      return SimpleUserCodeClassLoader.create(getClass().getClassLoader());
    }
  }
}
