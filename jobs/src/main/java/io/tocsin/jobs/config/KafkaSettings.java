package io.tocsin.jobs.config;

import java.io.Serializable;
import java.util.Map;

/**
 * How Kafka is reached.
 *
 * @param bootstrapServers brokers as host:port, separated by commas
 * @param consumerGroup under which offsets are told, for people and lag monitors; the job itself
 *     goes on from its checkpoints
 * @param transactionalIdPrefix start of the ids of transactions, unique to one job
 * @param clientProperties given to every Kafka client, such as its security protocol
 */
public record KafkaSettings(
    String bootstrapServers,
    String consumerGroup,
    String transactionalIdPrefix,
    Map<String, String> clientProperties)
    implements Serializable {}
