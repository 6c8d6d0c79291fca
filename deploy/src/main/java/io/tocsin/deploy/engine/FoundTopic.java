package io.tocsin.deploy.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as the brokers have it.
 *
 * @param name its name on Kafka
 * @param partitions how many
 * @param cleanupPolicy what becomes of old records, in Kafka's word
 */
public record FoundTopic(String name, int partitions, String cleanupPolicy) {
  /**
   * Those of these names that there are.
   *
   * @throws KafkaException if no broker answers, or one refuses
   */
  public static List<FoundTopic> of(String bootstrapServers, Collection<String> names) {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      Set<String> all = admin.listTopics().names().get();
      return described(admin, names.stream().filter(all::contains).toList());
    } catch (ExecutionException e) {
      throw new KafkaException("cannot look at the topics", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while looking at the topics", e);
    }
  }

  private static List<FoundTopic> described(Admin admin, List<String> names)
      throws ExecutionException, InterruptedException {
    List<ConfigResource> resources = names.stream().map(FoundTopic::resource).toList();
    Map<String, TopicDescription> topics = admin.describeTopics(names).allTopicNames().get();
    Map<ConfigResource, Config> configs = admin.describeConfigs(resources).all().get();
    List<FoundTopic> found = new ArrayList<>();
    topics.forEach(
        (name, topic) ->
            found.add(
                new FoundTopic(name, topic.partitions().size(), policy(configs, resource(name)))));
    return found;
  }

  private static ConfigResource resource(String name) {
    return new ConfigResource(ConfigResource.Type.TOPIC, name);
  }

  private static String policy(Map<ConfigResource, Config> configs, ConfigResource topic) {
    Config config = configs.get(topic);
    if (config == null) {
      throw new KafkaException("no broker told the settings of " + topic.name());
    }
    return config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
  }
}
