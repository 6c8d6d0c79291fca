package io.tocsin.jobs.source;

import io.tocsin.jobs.config.KafkaSettings;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.mention.ParsedRecord;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;

/**
 * Topics read once: what they hold when the job starts, from the oldest record on, after which the
 * source ends. They are read as the jobs read them, but no offset is heeded or told, so that every
 * run reads the same.
 */
public final class WholeTopic {
  private WholeTopic() {}

  /** A firehose, each record parsed inside the source as by {@link MentionSources#kafka}. */
  public static KafkaSource<ParsedRecord> mentions(String topic, KafkaSettings kafka) {
    return KafkaReading.<ParsedRecord>whole(topic, kafka)
        .setDeserializer(new MentionDeserializer())
        .build();
  }

  /**
   * One of Tocsin's own topics.
   *
   * @param type the topic's {@link Topic#recordType}
   */
  public static <T> KafkaSource<T> records(Topic topic, Class<T> type, KafkaSettings kafka) {
    return KafkaReading.<T>whole(topic.topicName(), kafka)
        .setDeserializer(new RecordDeserializer<>(type))
        .build();
  }

  /** The values as they are; a record without a value is left out. */
  public static KafkaSource<byte[]> bytes(String topic, KafkaSettings kafka) {
    return KafkaReading.<byte[]>whole(topic, kafka)
        .setValueOnlyDeserializer(new BytesAsTheyAre())
        .build();
  }

  /** Copies nothing and reads nothing. */
  private static final class BytesAsTheyAre extends AbstractDeserializationSchema<byte[]> {
    @Override
    public byte[] deserialize(byte[] value) {
      return value;
    }
  }
}
