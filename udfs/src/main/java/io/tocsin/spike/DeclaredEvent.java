package io.tocsin.spike;

import java.io.Serializable;

/**
 * An event that a crisis plan's calendar declares: while it is on, so many times the usual mentions
 * and reach are expected of a brand. It raises the expectation over the half hour before it begins,
 * lowers it over the half hour after it, and so ends itself.
 *
 * @param name for people
 * @param fromMillis when it begins, epoch milliseconds
 * @param untilMillis when it is over, epoch milliseconds
 * @param factor times the usual that are expected while it is on, above 1
 */
public record DeclaredEvent(String name, long fromMillis, long untilMillis, double factor)
    implements Serializable {
  /** How long the expectation rises before the event, and falls after it. */
  public static final long RAMP_MILLIS = 1_800_000;

  /** When it begins to raise the expectation, epoch milliseconds. */
  public long startMillis() {
    return fromMillis - RAMP_MILLIS;
  }

  /** When the expectation is as usual again, epoch milliseconds. */
  public long endMillis() {
    return untilMillis + RAMP_MILLIS;
  }

  /** Times the usual that are expected at this time; 1 where the event says nothing. */
  double factorAt(long millis) {
    long outside = Math.max(0, Math.max(fromMillis - millis, millis - untilMillis));
    return 1 + (factor - 1) * Math.max(0, 1 - (double) outside / RAMP_MILLIS);
  }
}
