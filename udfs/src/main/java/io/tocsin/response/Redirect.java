package io.tocsin.response;

import io.tocsin.mention.Drill;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A valve from a queue to one of its backups for what exceeds the queue's capacity. Keyed by {@link
 * #id}; the latest record is the valve. Mentions that were moved keep the time since which they
 * wait.
 *
 * @param id incident, queue and backup
 * @param state open or closed
 * @param reason why it was turned
 * @param incidentId which incident turned it
 * @param brand the brand's key
 * @param fromQueue the queue that overflows
 * @param toQueue the backup: a queue or a pool of people
 * @param tier the backup's place in the order of the queue's backups, from 1
 * @param capacity unanswered mentions that the queue can take; null where the plan names none
 * @param backlog unanswered mentions in the queue
 * @param quota unanswered mentions that the backup may hold for this queue at a time; null for no
 *     limit
 * @param moved mentions that were moved through the valve so far
 * @param movedBack of those, how many came back
 * @param outstanding of those, how many are neither answered nor back
 * @param waitingSince since when the one waits that waits longest in the queue, to the minute; null
 *     while none does
 * @param at event time of the turn
 * @param planVersion the crisis plan that decided it
 * @param decision why, in a sentence
 * @param drill the drill that it is part of, so that nothing is moved; null for a real valve
 */
public record Redirect(
    String id,
    ValveState state,
    RedirectReason reason,
    String incidentId,
    String brand,
    String fromQueue,
    String toQueue,
    int tier,
    @Nullable Long capacity,
    long backlog,
    @Nullable Long quota,
    long moved,
    long movedBack,
    long outstanding,
    @Nullable Instant waitingSince,
    Instant at,
    String planVersion,
    String decision,
    @Nullable Drill drill) {}
