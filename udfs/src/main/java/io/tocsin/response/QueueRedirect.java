package io.tocsin.response;

import io.tocsin.incident.Severity;
import java.io.Serializable;
import java.util.List;

/**
 * A rule of the plan: from this severity on, the queue overflows to its backups.
 *
 * @param fromQueue the queue that overflows
 * @param backups queues or pools in the order of their tiers
 * @param from mildest severity at which the first valve opens
 * @param clearShare part of its capacity, from 0 to 1, to which a queue and what it moved must fall
 *     before a valve closes
 * @param holdMillis how long it must stay there
 */
public record QueueRedirect(
    String fromQueue, List<String> backups, Severity from, double clearShare, long holdMillis)
    implements Serializable {
  /** What a queue must fall to where the plan does not say. */
  public static final double DEFAULT_CLEAR_SHARE = 0.7;

  /** How long it must stay there where the plan does not say. */
  public static final long DEFAULT_HOLD_MILLIS = 300_000;

  /** To one backup. */
  public QueueRedirect(String fromQueue, String backup, Severity from) {
    this(fromQueue, List.of(backup), from, DEFAULT_CLEAR_SHARE, DEFAULT_HOLD_MILLIS);
  }
}
