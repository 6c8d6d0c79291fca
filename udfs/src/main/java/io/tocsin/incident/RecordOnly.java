package io.tocsin.incident;

import java.io.Serializable;

/**
 * A time for which the plan wants a brand's incidents recorded, and nobody paged about them.
 *
 * @param why the plan's name for it
 * @param fromMillis its begin, epoch milliseconds
 * @param untilMillis its end, epoch milliseconds, not part of it
 */
public record RecordOnly(String why, long fromMillis, long untilMillis) implements Serializable {
  /** Whether it holds at this moment, epoch milliseconds. */
  public boolean holds(long millis) {
    return millis >= fromMillis && millis < untilMillis;
  }
}
