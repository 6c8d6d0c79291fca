package io.tocsin.jobs.source;

import io.tocsin.jobs.config.KafkaSettings;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.MatchingPlan;
import io.tocsin.response.live.PlanFeed;
import io.tocsin.response.live.PlanJudge;
import io.tocsin.response.live.PlanNotice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic of plans from its beginning in a thread of its own, judges each as the job does,
 * and holds the newest that is in force until it is asked for. What stood on the topic is told as
 * one: the last of it.
 */
final class KafkaPlanFeed implements PlanFeed {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaPlanFeed.class);
  private static final TopicPartition PLANS = new TopicPartition(Topic.CRISIS_PLAN.topicName(), 0);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE_ON_CLOSE = Duration.ofSeconds(5);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final RecordDecoder<PlanNotice> decoder = new RecordDecoder<>(PlanNotice.class);
  private final AtomicReference<@Nullable News> news = new AtomicReference<>();
  private final Thread thread = new Thread(this::read, "plan-feed");
  private CrisisPlan inForce;

  private record News(@Nullable MatchingPlan plan, @Nullable RuntimeException failure) {}

  private KafkaPlanFeed(KafkaSettings settings, CrisisPlan first) {
    inForce = first;
    Map<String, Object> client = new HashMap<>(settings.clientProperties());
    client.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    client.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.consumerGroup() + "-plan-feed");
    client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    client.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    thread.setDaemon(true);
  }

  static KafkaPlanFeed start(KafkaSettings settings, CrisisPlan first) {
    KafkaPlanFeed feed = new KafkaPlanFeed(settings, first);
    feed.thread.start();
    return feed;
  }

  @Override
  public @Nullable MatchingPlan news() {
    return news.get() == null ? null : take(news.getAndSet(null));
  }

  private static @Nullable MatchingPlan take(@Nullable News told) {
    if (told == null) {
      return null;
    }
    if (told.failure() != null) {
      throw new IllegalStateException("no more plans are heard of", told.failure());
    }
    return told.plan();
  }

  private void read() {
    try (consumer) {
      consumer.assign(List.of(PLANS));
      consumer.seekToBeginning(List.of(PLANS));
      long end = end();
      @Nullable MatchingPlan newest = null;
      while (true) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          MatchingPlan plan = judged(record);
          newest = plan == null ? newest : plan;
        }
        if (newest != null && consumer.position(PLANS) >= end) {
          news.set(new News(newest, null));
          newest = null;
        }
      }
    } catch (WakeupException e) {
      LOG.debug("closed", e);
    } catch (RuntimeException e) {
      news.set(new News(null, e));
    }
  }

  private long end() {
    while (true) {
      try {
        Long end = consumer.endOffsets(List.of(PLANS)).get(PLANS);
        return end == null ? 0 : end;
      } catch (TimeoutException e) {
        LOG.warn("the topic of plans does not answer; it is asked again", e);
      }
    }
  }

  /** The plan if it is in force; what was refused is told by the job's own check. */
  private @Nullable MatchingPlan judged(ConsumerRecord<byte[], byte[]> record) {
    PlanNotice notice = decoder.decode(record.value(), record.topic(), "offset " + record.offset());
    if (notice == null) {
      return null;
    }
    CrisisPlan plan =
        PlanJudge.judge(notice, inForce, Instant.ofEpochMilli(record.timestamp())).plan();
    if (plan == null) {
      return null;
    }
    inForce = plan;
    return plan.matching();
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join(PATIENCE_ON_CLOSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
