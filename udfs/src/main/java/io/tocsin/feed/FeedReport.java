package io.tocsin.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The firehose, or one of its channels, stopped or runs again. All times are event time.
 *
 * @param id the same for every phase of one standstill: channel and start
 * @param channel which; null for the whole feed
 * @param phase what happened
 * @param at when it was sure
 * @param since when the last mention before the standstill had come
 * @param expected mentions that should have come between {@code since} and {@code at}
 * @param score rarity of that in decades: 8 means that chance does it once in 10^8 such times
 * @param why one sentence for a person
 */
public record FeedReport(
    String id,
    @Nullable String channel,
    FeedPhase phase,
    Instant at,
    Instant since,
    double expected,
    double score,
    String why) {}
