package io.tocsin.jobs.config;

import java.io.Serializable;

/**
 * How the firehose is read.
 *
 * @param topic its Kafka topic
 * @param fromLatest where no offset is known: begin with the newest mentions, not the oldest
 * @param outOfOrdernessMillis how far a mention may come behind later ones and still be on time
 * @param idlenessMillis how long a partition is silent until the others no longer wait for it
 */
public record SourceSettings(
    String topic, boolean fromLatest, long outOfOrdernessMillis, long idlenessMillis)
    implements Serializable {}
