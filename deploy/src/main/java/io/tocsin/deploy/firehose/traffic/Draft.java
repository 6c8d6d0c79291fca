package io.tocsin.deploy.firehose.traffic;

import io.tocsin.deploy.firehose.text.Intent;
import io.tocsin.deploy.firehose.text.Topic;
import io.tocsin.mention.Mention;
import org.jspecify.annotations.Nullable;

/**
 * A mention and the truth about it, which no reader of the firehose is told.
 *
 * @param mention what arrives
 * @param brand key of the brand it is about; null for noise
 * @param topic what it is about
 * @param intent how its writer feels; for a repost, how the first writer felt
 */
public record Draft(Mention mention, @Nullable String brand, Topic topic, Intent intent) {}
