package io.tocsin.jobs.source;

import io.tocsin.mention.MentionParser;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.mention.RawRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Parses mentions inside the Kafka source. There, and not in an operator behind it, because only
 * the source knows the partitions: the parser finds the event time, and the source makes a
 * watermark for each partition from it and takes the least. Behind the source the partitions are
 * mixed, and one that is read faster than another would make the slower one's mentions late.
 */
final class MentionDeserializer implements KafkaRecordDeserializationSchema<ParsedRecord> {
  private transient MentionParser parser;

  @SuppressWarnings("NullAway.Init")
  MentionDeserializer() {}

  @Override
  public void open(InitializationContext context) {
    parser = new MentionParser();
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<ParsedRecord> out) {
    out.collect(
        parser.parse(
            new RawRecord(
                record.value(),
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp())));
  }

  @Override
  public TypeInformation<ParsedRecord> getProducedType() {
    return TypeInformation.of(ParsedRecord.class);
  }
}
