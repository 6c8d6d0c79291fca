package io.tocsin.jobs.source;

import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads records of {@code WireJson} from Kafka. */
final class RecordDeserializer<T> implements KafkaRecordDeserializationSchema<T> {
  private final RecordDecoder<T> decoder;
  private transient Counter malformed;

  @SuppressWarnings("NullAway.Init")
  RecordDeserializer(Class<T> type) {
    this.decoder = new RecordDecoder<>(type);
  }

  @Override
  public void open(InitializationContext context) {
    malformed = context.getMetricGroup().counter(RecordSources.MALFORMED_RECORDS);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<T> out) {
    String place = "partition " + record.partition() + " offset " + record.offset();
    T value = decoder.decode(record.value(), record.topic(), place);
    if (value == null) {
      malformed.inc();
    } else {
      out.collect(value);
    }
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return TypeInformation.of(decoder.type());
  }
}
