package io.tocsin.deploy.desk;

import io.tocsin.deploy.desk.Feed.State;
import io.tocsin.jobs.wire.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the board's topics from their beginning, committed records only, and goes on reading until
 * it is closed. It has no consumer group: every desk reads everything and leaves no trace.
 */
final class TopicReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration ANSWER = Duration.ofSeconds(3);

  /** A broker that sent nothing for so long is asked whether it is there. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  /** How often the firehose is looked at. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** A new picture is not drawn more often than this, however much comes. */
  private static final Duration REDRAW = Duration.ofMillis(250);

  private final Board board;
  private final RecordIntake intake;
  private final Consumer<byte[], byte[]> consumer;
  private final Clock clock;
  private final Thread thread = new Thread(this::read, "desk-reader");
  private final CountDownLatch closed = new CountDownLatch(1);
  private final FirehosePace pace = new FirehosePace();
  private List<TopicPartition> firehose = List.of();
  private Instant lookedAt = Instant.MIN;
  private volatile BoardSnapshot snapshot = BoardSnapshot.EMPTY;
  private volatile Feed feed;

  private TopicReader(DeskSettings settings, SecondOpinions opinions, ExamplesReader examples) {
    board = new Board(opinions, examples);
    intake = new RecordIntake(board);
    consumer = new KafkaConsumer<>(consumerProperties(settings.bootstrapServers()));
    clock = settings.clock();
    feed = new Feed(State.CATCHING_UP, "waiting for the broker", clock.instant());
    thread.setDaemon(true);
  }

  /**
   * Begins to read in a thread of its own.
   *
   * @throws org.apache.kafka.common.KafkaException if no broker address can be resolved
   */
  static TopicReader start(
      DeskSettings settings, SecondOpinions opinions, ExamplesReader examples) {
    TopicReader reader = new TopicReader(settings, opinions, examples);
    reader.thread.start();
    return reader;
  }

  private static Properties consumerProperties(String bootstrapServers) {
    Properties properties = new Properties();
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "tocsin-desk");
    return properties;
  }

  /** What stands now; empty until the topics were read to their end, as half of it misleads. */
  BoardSnapshot snapshot() {
    return snapshot;
  }

  /** The curves of the brands, as they stand. */
  Curves curves() {
    return board.curves();
  }

  /** How reading goes. */
  Feed feed() {
    return feed;
  }

  private void become(State state, String detail) {
    feed = feed.become(state, detail, clock.instant());
  }

  private void read() {
    try (consumer) {
      List<TopicPartition> partitions = awaitPartitions();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      catchUp(awaitEnds(partitions));
      board.caughtUp();
      follow(partitions);
    } catch (WakeupException e) {
      become(State.DEAD, "the desk was closed");
    } catch (RuntimeException e) {
      LOG.error("the desk stopped reading", e);
      become(State.DEAD, "reading failed: " + e.getMessage());
    }
  }

  private List<TopicPartition> awaitPartitions() {
    while (true) {
      try {
        Map<String, List<PartitionInfo>> known = consumer.listTopics(ANSWER);
        List<String> missing = missing(known);
        if (missing.isEmpty()) {
          firehose = partitionsOf(known, Set.of(Topic.MENTIONS.topicName()));
          return partitionsOf(known, RecordIntake.TOPICS.keySet());
        }
        become(State.CATCHING_UP, "the broker has no topic " + String.join(", ", missing));
        pause();
      } catch (TimeoutException e) {
        brokerAway();
      }
    }
  }

  private static List<String> missing(Map<String, List<PartitionInfo>> known) {
    return RecordIntake.TOPICS.keySet().stream()
        .filter(topic -> !known.containsKey(topic))
        .sorted()
        .toList();
  }

  private static List<TopicPartition> partitionsOf(
      Map<String, List<PartitionInfo>> known, Set<String> topics) {
    return known.values().stream()
        .flatMap(List::stream)
        .filter(partition -> topics.contains(partition.topic()))
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }

  private void pause() {
    try {
      if (closed.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new WakeupException();
      }
    } catch (InterruptedException e) {
      throw new WakeupException();
    }
  }

  private Map<TopicPartition, Long> awaitEnds(List<TopicPartition> partitions) {
    while (true) {
      try {
        return consumer.endOffsets(partitions, ANSWER);
      } catch (TimeoutException e) {
        brokerAway();
      }
    }
  }

  private void catchUp(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> toRead = new HashMap<>(ends);
    while (!toRead.isEmpty()) {
      Instant now = clock.instant();
      consumer.poll(POLL).forEach(record -> intake.old(record, now));
      try {
        toRead.entrySet().removeIf(end -> position(end.getKey()) >= end.getValue());
        become(State.CATCHING_UP, toRead.size() + " partitions are not read to their end yet");
      } catch (TimeoutException e) {
        brokerAway();
      }
    }
  }

  private long position(TopicPartition partition) {
    return consumer.position(partition, ANSWER);
  }

  private void follow(List<TopicPartition> partitions) {
    Instant drawn = publish();
    Instant heard = drawn;
    boolean changed = false;
    while (true) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      Instant now = clock.instant();
      records.forEach(record -> intake.fresh(record, now));
      board.takeInsights();
      lookAtFirehose(now);
      changed |= !records.isEmpty() || board.hasChangedSince(snapshot);
      if (changed && !now.isBefore(drawn.plus(REDRAW))) {
        drawn = publish();
        heard = drawn;
        changed = false;
      } else if (!changed && now.isAfter(heard.plus(SILENCE)) && answers(partitions)) {
        heard = now;
      }
    }
  }

  private Instant publish() {
    snapshot = board.snapshot();
    board.explainIncidents();
    become(State.LIVE, "reading");
    return clock.instant();
  }

  /** Where nothing comes in, no record of any job can say so. */
  private void lookAtFirehose(Instant now) {
    if (firehose.isEmpty() || now.isBefore(lookedAt.plus(LOOK))) {
      return;
    }
    lookedAt = now;
    try {
      long records =
          consumer.endOffsets(firehose, ANSWER).values().stream().mapToLong(Long::longValue).sum();
      feed = feed.with(pace.look(records, now));
    } catch (TimeoutException e) {
      brokerAway();
    }
  }

  /** Polling never fails for want of a broker, so a silent one is asked a question. */
  private boolean answers(List<TopicPartition> partitions) {
    try {
      consumer.endOffsets(partitions, ANSWER);
      become(State.LIVE, "reading");
      return true;
    } catch (TimeoutException e) {
      brokerAway();
      return false;
    }
  }

  private void brokerAway() {
    become(State.BROKER_AWAY, "the broker does not answer");
  }

  /** Ends reading; comes back once the thread has let go of the broker. */
  @Override
  public void close() {
    closed.countDown();
    consumer.wakeup();
    try {
      thread.join(ANSWER.multipliedBy(2).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
