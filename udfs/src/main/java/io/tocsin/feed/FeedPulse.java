package io.tocsin.feed;

/**
 * What one channel of the firehose brought in one slice of event time, as one subtask saw it:
 * mentions of any brand and of none.
 *
 * @param channel the network
 * @param startMillis where the slice begins, epoch milliseconds
 * @param mentions how many, at least 1
 */
public record FeedPulse(String channel, long startMillis, long mentions) {}
