package io.tocsin.response;

/** Why a valve was turned. */
public enum RedirectReason {
  /** The incident reached the plan's severity; the plan names no capacity of the queue. */
  SEVERITY(1),
  /** More mentions wait in the queue than it can take. */
  BACKLOG(1),
  /** The backups before this one are full. */
  TIER_FULL(1),
  /** The backup of an open valve has room for more than it was granted. */
  WIDENED(0),
  /** The queue has had no more than its own for a while. */
  CALM(-1),
  /** A new plan does not have the way, or wants skills that the backup lacks. */
  PLAN_CHANGED(-1),
  /** The incident is over. */
  RESOLVED(-1),
  /** All that was moved is finished or back, after the valve was closed. */
  RETURNED(0);

  private final int opened;

  RedirectReason(int opened) {
    this.opened = opened;
  }

  /** By how many the number of open valves changes: 1, 0 or -1. */
  public int opened() {
    return opened;
  }
}
