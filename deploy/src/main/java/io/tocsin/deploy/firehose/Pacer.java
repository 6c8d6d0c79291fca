package io.tocsin.deploy.firehose;

/**
 * Decides until when a live world may be told, and when to look again.
 *
 * <p>The world's time is the wall clock's. A clock that stands still or goes back brings nothing
 * until it has caught up; one that jumps ahead, or a pause of this process, brings all that was
 * missed at once, so that nothing is lost.
 */
final class Pacer {
  private final long stepMillis;
  private long toldMillis;

  /**
   * Paces a world.
   *
   * @param toldMillis until when it is told already, epoch milliseconds
   * @param stepMillis how often to look, at least 1: records may be late by this much
   */
  Pacer(long toldMillis, long stepMillis) {
    if (stepMillis < 1) {
      throw new IllegalArgumentException("stepMillis is less than 1: " + stepMillis);
    }
    this.toldMillis = toldMillis;
    this.stepMillis = stepMillis;
  }

  /** Until when the world is due at this time of the wall clock; it never goes back. */
  long due(long wallMillis) {
    toldMillis = Math.max(toldMillis, wallMillis);
    return toldMillis;
  }

  /** How long to wait from this time of the wall clock on: to the next full step, at least 1. */
  long waitMillis(long wallMillis) {
    return stepMillis - Math.floorMod(wallMillis, stepMillis);
  }
}
