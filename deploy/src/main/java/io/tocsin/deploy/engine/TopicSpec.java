package io.tocsin.deploy.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic to create.
 *
 * @param name the topic's name on Kafka
 * @param partitions how many partitions, from 1
 * @param compacted whether only the latest record a key is kept
 */
public record TopicSpec(String name, int partitions, boolean compacted) {
  /** Checks the partitions. */
  public TopicSpec {
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions of " + name + " below 1: " + partitions);
    }
  }

  private NewTopic toNewTopic() {
    String policy =
        compacted ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE;
    return new NewTopic(name, partitions, (short) 1)
        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, policy));
  }

  /**
   * Creates the topics that the brokers do not have yet; those that they have stay as they are.
   *
   * @throws KafkaException if a broker refuses one, or none answers
   */
  public static void createMissing(String bootstrapServers, Collection<TopicSpec> topics) {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      Set<String> existing = admin.listTopics().names().get();
      List<NewTopic> missing =
          topics.stream()
              .filter(topic -> !existing.contains(topic.name()))
              .map(TopicSpec::toNewTopic)
              .toList();
      admin.createTopics(missing).all().get();
    } catch (ExecutionException e) {
      throw new KafkaException("cannot create the topics " + topics, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while creating the topics " + topics, e);
    }
  }
}
