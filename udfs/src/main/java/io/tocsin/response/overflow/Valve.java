package io.tocsin.response.overflow;

import org.jspecify.annotations.Nullable;

/**
 * One valve from a queue to a backup, from its opening until all that was moved is finished or
 * back. Fields are public and change in place because the class is operator state.
 */
public final class Valve {
  /** Incident, queue and backup. */
  public String id = "";

  /** The incident that opened it. */
  public String incidentId = "";

  /** The queue that overflows. */
  public String fromQueue = "";

  /** The backup. */
  public String toQueue = "";

  /** The backup's place in the order of the queue's backups, from 1. */
  public int tier;

  /** Whether overflow runs. */
  public boolean open;

  /** Unanswered mentions that the backup may hold at a time; null for no limit. */
  public @Nullable Long quota;

  /** Mentions moved so far. */
  public long moved;

  /** Of those, how many came back. */
  public long movedBack;

  /** Of those, how many are neither answered nor back, wherever they were moved on to. */
  public long outstanding;

  /** Of those, how many the backup itself holds. */
  public long held;

  /** Whether it was closed while some were outstanding, and nobody was told yet that none is. */
  public boolean owing;

  /** Since when it could be closed, epoch milliseconds; {@link Long#MAX_VALUE} while it cannot. */
  public long calmSinceMillis = Long.MAX_VALUE;

  /** How many more the backup may take, as far as it was granted. */
  long room() {
    return !open ? 0 : quota == null ? Long.MAX_VALUE : Math.max(0, quota - held);
  }
}
