package io.tocsin.deploy.engine;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
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

  NewTopic toNewTopic() {
    String policy =
        compacted ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE;
    return new NewTopic(name, partitions, (short) 1)
        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, policy));
  }
}
