package io.tocsin.incident;

/** Where an incident stands. */
public enum IncidentState {
  OPEN,
  /** A person has taken it: nobody else is paged. */
  ACKNOWLEDGED,
  /** A person says that work is on: nobody else is paged. */
  MITIGATING,
  /** Every spike has ended; it resolves if it stays calm. */
  STANDING_DOWN,
  RESOLVED
}
