package io.tocsin.deploy.replay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A crisis that is known to have begun.
 *
 * @param brand the brand's key
 * @param name for people, may be empty
 * @param onset when it began
 * @param end when it was over; null where nobody knows
 */
record Onset(String brand, String name, Instant onset, @Nullable Instant end) {
  /**
   * Whether a page of this moment answers it: from the onset on, until its end, or for so long
   * where no end is known.
   */
  boolean covers(Instant at, Duration window) {
    Instant until = end == null ? onset.plus(window) : end;
    return !at.isBefore(onset) && !at.isAfter(until);
  }
}
