package io.tocsin.response.live;

/** What became of a published plan. */
public enum PlanVerdict {
  /** A job began with it: no other had been accepted before. */
  STARTED,
  /** It is in force from now on. */
  ACCEPTED,
  /** It was in force already. */
  UNCHANGED,
  /** It has errors: the plan before it stays in force. */
  REFUSED
}
