package io.tocsin.deploy.desk;

import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings records from Kafka to the board; one that cannot be read is counted and logged. */
final class RecordIntake {
  private static final Logger LOG = LoggerFactory.getLogger(RecordIntake.class);

  /** The board's topics by their name on Kafka. */
  static final Map<String, Topic> TOPICS =
      Board.TOPICS.stream().collect(Collectors.toUnmodifiableMap(Topic::topicName, t -> t));

  private final Board board;

  RecordIntake(Board board) {
    this.board = board;
  }

  /**
   * Takes a record that stood on Kafka before the desk began to read: it is as old as its own time
   * says.
   */
  void old(ConsumerRecord<byte[], byte[]> record, Instant now) {
    Instant written = Instant.ofEpochMilli(record.timestamp());
    take(record, written.isAfter(now) ? now : written);
  }

  /**
   * Takes a record that came just now. Its own time may be event time and far from the wall clock,
   * so it does not count.
   */
  void fresh(ConsumerRecord<byte[], byte[]> record, Instant now) {
    take(record, now);
  }

  private void take(ConsumerRecord<byte[], byte[]> record, Instant writtenAt) {
    Topic topic = TOPICS.get(record.topic());
    if (topic == null) {
      throw new IllegalArgumentException("not a topic of the desk: " + record.topic());
    }
    byte @Nullable [] json = record.value();
    if (json == null) {
      forget(topic, record);
      return;
    }
    try {
      board.apply(topic, read(json, topic.recordType()), writtenAt);
    } catch (IOException e) {
      refuse(topic, record, e.getMessage());
    }
  }

  private void forget(Topic topic, ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] key = record.key();
    if (key == null) {
      refuse(topic, record, "neither key nor value");
    } else {
      board.forget(topic, new String(key, StandardCharsets.UTF_8));
    }
  }

  private static <T> T read(byte[] json, Class<T> type) throws IOException {
    @Nullable T value = WireJson.fromBytes(json, type);
    if (value == null) {
      throw new IOException("not an object: null");
    }
    String missing = MissingField.in(value);
    if (missing != null) {
      throw new IOException("field is missing: " + missing);
    }
    return value;
  }

  private void refuse(Topic topic, ConsumerRecord<byte[], byte[]> record, @Nullable String reason) {
    board.unreadable(topic);
    LOG.warn(
        "unreadable record {}-{}@{}: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        reason);
  }
}
