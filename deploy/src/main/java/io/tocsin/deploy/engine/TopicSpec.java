package io.tocsin.deploy.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;

/**
 * A topic to create.
 *
 * @param name the topic's name on Kafka
 * @param partitions how many partitions, from 1
 * @param compacted whether only the latest record a key is kept
 */
public record TopicSpec(String name, int partitions, boolean compacted) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long ASK_AGAIN_MILLIS = 50;

  /** Checks the partitions. */
  public TopicSpec {
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions of " + name + " below 1: " + partitions);
    }
  }

  /** What becomes of old records, in Kafka's word. */
  public String cleanupPolicy() {
    return compacted ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE;
  }

  /** How many copies there are is for the brokers to say. */
  private NewTopic toNewTopic() {
    return new NewTopic(name, Optional.of(partitions), Optional.empty())
        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, cleanupPolicy()));
  }

  /**
   * Creates the topics that the brokers do not have yet, and waits until they can be written; those
   * that they have stay as they are.
   *
   * @throws KafkaException if a broker refuses one, or none answers
   */
  public static void createMissing(String bootstrapServers, Collection<TopicSpec> topics) {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      Set<String> existing = admin.listTopics().names().get();
      List<TopicSpec> missing =
          topics.stream().filter(topic -> !existing.contains(topic.name())).toList();
      admin.createTopics(missing.stream().map(TopicSpec::toNewTopic).toList()).all().get();
      awaitLeaders(admin, missing);
    } catch (ExecutionException e) {
      throw new KafkaException("cannot create the topics " + topics, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while creating the topics " + topics, e);
    }
  }

  /**
   * Asks for every partition's end, which only its leader answers, until one does. Without this a
   * fast idempotent producer can get stuck: the broker refuses its first batch because it does not
   * lead yet, takes the second because it knows nothing of the producer, and then refuses the first
   * for ever as out of order.
   *
   * <p>It asks again after a pause, because Kafka's admin client knows no event to wait for: the
   * answer to creating a topic comes before its leaders know that they lead.
   */
  private static void awaitLeaders(Admin admin, List<TopicSpec> topics)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (TopicSpec topic : topics) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!answered(admin.listOffsets(ends).all(), giveUp)) {
      TimeUnit.MILLISECONDS.sleep(ASK_AGAIN_MILLIS);
    }
  }

  /** A broker that has not heard of a topic yet says that it is unknown. */
  private static boolean answered(KafkaFuture<?> answer, long giveUp)
      throws ExecutionException, InterruptedException {
    try {
      answer.get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException && System.nanoTime() < giveUp) {
        return false;
      }
      throw e;
    }
  }
}
