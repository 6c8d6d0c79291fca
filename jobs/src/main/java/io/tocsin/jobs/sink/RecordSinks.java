package io.tocsin.jobs.sink;

import io.tocsin.jobs.config.KafkaSettings;
import io.tocsin.jobs.wire.Topic;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Tocsin's own topics, to Kafka or to files. */
public final class RecordSinks {
  /**
   * 15 minutes, the longest that a broker allows unless it is told otherwise ({@code
   * transaction.max.timeout.ms}). A job that is away for longer than this with a checkpoint's
   * output uncommitted loses that output.
   */
  private static final String TRANSACTION_TIMEOUT_MILLIS = "900000";

  /** Long enough to fill batches under load, short enough to go unseen between checkpoints. */
  private static final String LINGER_MILLIS = "5";

  private static final String BATCH_BYTES = "65536";
  private static final String COMPRESSION = "lz4";

  private RecordSinks() {}

  /**
   * The topic on Kafka. Transactions are drawn from a small pool of ids: a new id for each
   * checkpoint would leave a broker, which remembers ids for a week, hundreds of thousands of them.
   * The pool asks for brokers from 3.0 on, and for the right to list transactions.
   *
   * @param guarantee exactly-once where a consumer counts: a {@code read_committed} reader then
   *     sees a record after the checkpoint that covers it
   * @param <T> the topic's {@link Topic#recordType}
   */
  public static <T> KafkaSink<T> kafka(
      Topic topic, DeliveryGuarantee guarantee, KafkaSettings settings) {
    return KafkaSink.<T>builder()
        .setKafkaProducerConfig(producer(settings))
        .setBootstrapServers(settings.bootstrapServers())
        .setDeliveryGuarantee(guarantee)
        .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
        .setTransactionalIdPrefix(settings.transactionalIdPrefix() + "-" + topic.topicName())
        .setRecordSerializer(new RecordSerializer<>(topic))
        .build();
  }

  /**
   * One file of JSON lines for the topic, named by {@link Topic#fileName}. The sink must run at
   * parallelism 1. Lines stand in the order in which they came; until the input has ended they
   * stand in a file of that name with {@code .part} behind it, and an unfinished run leaves only
   * that. A run begins anew: it is not for jobs that restart from a checkpoint.
   *
   * @param <T> the topic's {@link Topic#recordType}
   */
  public static <T> Sink<T> file(Topic topic, Path dir) {
    return file(dir.resolve(topic.fileName()));
  }

  /** The same for records that stand on no topic. */
  public static <T> Sink<T> file(Path file) {
    return new JsonLinesSink<>(file.toString());
  }

  private static Properties producer(KafkaSettings settings) {
    Properties producer = new Properties();
    producer.setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS);
    producer.setProperty(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
    producer.setProperty(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    producer.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, COMPRESSION);
    producer.putAll(settings.clientProperties());
    return producer;
  }
}
