package io.tocsin.jobs.source;

import io.tocsin.jobs.config.KafkaSettings;
import io.tocsin.jobs.wire.Topic;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.core.fs.Path;

/** Tocsin's own topics, from Kafka or from files. A malformed record is logged, not fatal. */
public final class RecordSources {
  /** Counter of a Kafka source: records that were no JSON of their topic's type. */
  public static final String MALFORMED_RECORDS = "malformedRecords";

  private RecordSources() {}

  /**
   * The topic on Kafka, only what was committed, from the oldest record on where nothing else is
   * known.
   *
   * @param type the topic's {@link Topic#recordType}
   */
  public static <T> KafkaSource<T> kafka(Topic topic, Class<T> type, KafkaSettings settings) {
    return KafkaReading.<T>of(topic.topicName(), false, settings)
        .setDeserializer(new RecordDeserializer<>(checked(topic, type)))
        .build();
  }

  /**
   * The latest of a compacted topic on Kafka and what comes after it: without a checkpoint it is
   * read from its oldest record on, whatever offsets its group told.
   *
   * @param type the topic's {@link Topic#recordType}
   */
  public static <T> KafkaSource<T> kafkaState(Topic topic, Class<T> type, KafkaSettings settings) {
    return KafkaReading.<T>fromOldest(topic.topicName(), settings)
        .setDeserializer(new RecordDeserializer<>(checked(topic, type)))
        .build();
  }

  /**
   * A file of one record a line, read whole and in order.
   *
   * @param type the topic's {@link Topic#recordType}
   */
  public static <T> FileSource<T> file(Topic topic, Class<T> type, Path file) {
    return FilesInOrder.of(new RecordLineDecoder<>(checked(topic, type)), file);
  }

  private static <T> Class<T> checked(Topic topic, Class<T> type) {
    if (topic.recordType() != type) {
      throw new IllegalArgumentException(
          topic + " holds " + topic.recordType().getSimpleName() + ", not " + type.getSimpleName());
    }
    return type;
  }
}
