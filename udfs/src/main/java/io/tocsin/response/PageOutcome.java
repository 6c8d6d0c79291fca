package io.tocsin.response;

/** How the delivery of a page ended. */
public enum PageOutcome {
  DELIVERED,
  /** The receiver refused it for good. */
  REFUSED,
  /** Every attempt failed. */
  EXHAUSTED,
  /** Told in one page with others: that page's receipt says how it went. */
  GATHERED
}
