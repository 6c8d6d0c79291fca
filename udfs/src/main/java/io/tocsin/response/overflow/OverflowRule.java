package io.tocsin.response.overflow;

import io.tocsin.incident.Severity;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one queue overflows.
 *
 * @param fromQueue the queue
 * @param capacity unanswered mentions that it can take; null where severity alone opens its valves
 * @param from mildest severity at which they open
 * @param clearShare part of what queue and earlier backups can take, from 0 to 1, below which a
 *     valve may close
 * @param holdMillis how long that must last
 * @param backups in the order of their tiers, without those below the queue's floor
 */
record OverflowRule(
    String fromQueue,
    @Nullable Long capacity,
    Severity from,
    double clearShare,
    long holdMillis,
    List<Backup> backups)
    implements Serializable {}
