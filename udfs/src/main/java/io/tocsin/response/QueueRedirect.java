package io.tocsin.response;

import io.tocsin.incident.Severity;
import java.io.Serializable;

/**
 * A rule of the plan: from this severity on, the queue overflows to its backup.
 *
 * @param fromQueue the queue that overflows
 * @param toQueue the backup queue
 * @param from mildest severity at which the valve opens
 */
public record QueueRedirect(String fromQueue, String toQueue, Severity from)
    implements Serializable {}
