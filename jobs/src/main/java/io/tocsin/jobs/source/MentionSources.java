package io.tocsin.jobs.source;

import io.tocsin.jobs.config.KafkaSettings;
import io.tocsin.jobs.config.SourceSettings;
import io.tocsin.mention.ParsedRecord;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.core.fs.Path;

/** The firehose, from Kafka or from files. */
public final class MentionSources {
  private MentionSources() {}

  /**
   * The firehose on Kafka, with event times to be taken by {@link IntakeWatermarks#live}: each
   * record is parsed inside the source, so that watermarks are made for each partition.
   */
  public static KafkaSource<ParsedRecord> kafka(KafkaSettings kafka, SourceSettings source) {
    return KafkaReading.<ParsedRecord>of(source.topic(), source.fromLatest(), kafka)
        .setDeserializer(new MentionDeserializer())
        .build();
  }

  /**
   * Files of one JSON mention a line, read whole, in order and one after another. The source must
   * run at parallelism 1 for that order to hold. {@code .gz} files are unpacked.
   *
   * @param receivedAtMillis when the mentions count as received, epoch milliseconds; fixed by the
   *     caller, so that the same input gives the same dead letters
   */
  public static FileSource<ParsedRecord> file(long receivedAtMillis, Path... files) {
    return FilesInOrder.of(new MentionLineDecoder(receivedAtMillis), files);
  }
}
