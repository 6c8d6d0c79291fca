package io.tocsin.deploy.drill;

import io.tocsin.deploy.host.UserException;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.mention.BrandMatcher;
import io.tocsin.mention.BrandTerms;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionParser;
import io.tocsin.mention.RawRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The latest of the running firehose: whether a drill may join it, and how much is usual. */
final class FeedLook implements AutoCloseable {
  /** How much of the firehose is read for what is usual. */
  private static final Duration BACK = Duration.ofMinutes(10);

  /** Of a busy partition so many records tell as much. */
  private static final long MOST_RECORDS = 5_000;

  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final MentionParser parser = new MentionParser();
  private final BrandMatcher matcher;
  private final long nowMillis;
  private double perSecond;
  private long mentions;
  private long newestLagMillis;
  private long newestArrival = Long.MIN_VALUE;

  private FeedLook(String bootstrapServers, BrandTerms terms, Instant now) {
    this.matcher = new BrandMatcher(List.of(terms));
    this.nowMillis = now.toEpochMilli();
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) ANSWER.toMillis()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /**
   * Mentions of the brand a second in the last minutes.
   *
   * @throws UserException if Kafka does not answer, nothing flows, or what flows is not of now: the
   *     event time of a drill would then make real mentions late
   */
  static double usualPerSecond(String bootstrapServers, BrandTerms terms, Instant now) {
    try (FeedLook look = new FeedLook(bootstrapServers, terms, now)) {
      look.read();
      look.requireOfNow();
      return look.perSecond;
    } catch (KafkaException e) {
      throw new UserException(
          "cannot use Kafka at "
              + bootstrapServers
              + ": "
              + e.getMessage()
              + "; give --kafka as demo and up print it",
          e);
    }
  }

  private void read() {
    String topic = Topic.MENTIONS.topicName();
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream().map(FeedLook::partition).toList();
    if (partitions.isEmpty()) {
      throw new UserException("there is no topic " + topic + ": is Tocsin running there?");
    }
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> since = new HashMap<>();
    partitions.forEach(partition -> since.put(partition, nowMillis - BACK.toMillis()));
    Map<TopicPartition, OffsetAndTimestamp> begins = consumer.offsetsForTimes(since);
    for (TopicPartition partition : partitions) {
      perSecond += read(partition, begins.get(partition), end(ends, partition));
    }
  }

  /** Mentions of the brand a second in one partition. */
  private double read(TopicPartition partition, @Nullable OffsetAndTimestamp begin, long end) {
    if (begin == null || begin.offset() >= end) {
      return 0;
    }
    consumer.assign(List.of(partition));
    consumer.seek(partition, Math.max(begin.offset(), end - MOST_RECORDS));
    long first = Long.MAX_VALUE;
    long matched = 0;
    while (consumer.position(partition) < end) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        first = Math.min(first, record.timestamp());
        matched += take(record) ? 1 : 0;
      }
    }
    return matched / Math.max(1, (nowMillis - first) / 1000.0);
  }

  private boolean take(ConsumerRecord<byte[], byte[]> record) {
    Mention mention =
        parser
            .parse(
                new RawRecord(
                    record.value(),
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    record.timestamp()))
            .mention();
    if (mention == null || mention.drill() != null) {
      return false;
    }
    mentions++;
    if (record.timestamp() > newestArrival) {
      newestArrival = record.timestamp();
      newestLagMillis = record.timestamp() - mention.createdAtMillis();
    }
    return !matcher.match(mention).isEmpty();
  }

  private void requireOfNow() {
    if (mentions == 0) {
      throw new UserException(
          "no mention came within the last "
              + BACK.toMinutes()
              + " min: a drill needs a firehose that runs");
    }
    if (newestLagMillis > Duration.ofMinutes(1).toMillis()) {
      throw new UserException(
          "the latest mention was "
              + newestLagMillis / 1000
              + " s old when it came: a drill of now would make such mentions late");
    }
  }

  private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
    return Objects.requireNonNull(ends.get(partition));
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
