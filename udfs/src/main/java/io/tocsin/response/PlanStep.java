package io.tocsin.response;

/** What a rule of the plan does when its severity is reached. */
public enum PlanStep {
  /** Calls somebody, until somebody acknowledges. */
  PAGE,
  /** Tells somebody, who need not acknowledge, and whom it does not wake. */
  NOTIFY,
  /** Asks somebody to hold back what is planned to be published until it is over. */
  PAUSE_PUBLISHING
}
