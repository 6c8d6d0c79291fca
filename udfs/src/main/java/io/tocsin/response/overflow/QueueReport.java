package io.tocsin.response.overflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a queue or pool stands.
 *
 * @param brand the brand's key
 * @param queue the queue or pool
 * @param at event time at which it stands so
 * @param waiting unanswered mentions that nobody has claimed
 * @param claimed unanswered mentions that somebody has claimed
 * @param moved mentions moved from here to a backup since the last report
 * @param waitingSince since when the one waits that waits longest, to the minute; null while none
 *     does
 */
public record QueueReport(
    String brand,
    String queue,
    Instant at,
    long waiting,
    long claimed,
    long moved,
    @Nullable Instant waitingSince) {}
