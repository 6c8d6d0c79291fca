package io.tocsin.response.plan;

/** How much a problem of a plan matters. */
public enum ProblemSeverity {
  /** The plan cannot be used. */
  ERROR,
  /** The plan works, but probably not as its author meant. */
  WARNING
}
