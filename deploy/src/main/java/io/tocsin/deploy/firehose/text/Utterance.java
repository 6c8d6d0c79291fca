package io.tocsin.deploy.firehose.text;

/**
 * What somebody is about to write.
 *
 * @param trade what the brand that is meant sells
 * @param intent how the writer feels about it
 */
public record Utterance(Language language, Trade trade, Topic topic, Intent intent) {}
