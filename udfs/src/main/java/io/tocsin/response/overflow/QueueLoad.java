package io.tocsin.response.overflow;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one queue or pool holds. Fields are public and change in place because the class is operator
 * state.
 */
public final class QueueLoad {
  private static final long MINUTE = 60_000;

  /** Unanswered mentions, whether or not somebody has claimed them. */
  public long open;

  /** Those that somebody has claimed. */
  public long claimed;

  /** Mentions moved from here to a backup since that was last reported. */
  public long moved;

  /** Whether anything changed since it was last reported. */
  public boolean changed;

  /** Unanswered mentions by the minute since which they wait, epoch minutes. */
  public Map<Long, Long> sinceMinutes = new HashMap<>();

  void add(Ticket ticket) {
    count(ticket, 1);
  }

  void remove(Ticket ticket) {
    count(ticket, -1);
  }

  private void count(Ticket ticket, long change) {
    open += change;
    claimed += ticket.claimed ? change : 0;
    changed = true;
    sinceMinutes.merge(
        Math.floorDiv(ticket.waitingSinceMillis, MINUTE),
        change,
        (before, by) -> before + by == 0 ? null : before + by);
  }

  /** Since when the one waits that waits longest, to the minute; null while none does. */
  @Nullable Instant waitingSince() {
    return sinceMinutes.isEmpty()
        ? null
        : Instant.ofEpochMilli(Collections.min(sinceMinutes.keySet()) * MINUTE);
  }
}
