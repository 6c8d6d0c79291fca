package io.tocsin.response.overflow;

/** What becomes of a mention that waits for an answer. */
public enum TicketStepKind {
  /** It was put where somebody answers it, for the first time or after an answer. */
  ASSIGNED,
  /** Its author was answered, or it needs no answer. */
  ANSWERED,
  /** Its author has waited for 72 hours. */
  OVERDUE
}
