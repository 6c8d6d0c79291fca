package io.tocsin.incident;

/** Why an incident was written anew. */
public enum IncidentChange {
  OPENED,
  /** Its severity rose. */
  ESCALATED,
  ACKNOWLEDGED,
  /** Its figures changed, nothing else. */
  UPDATED,
  STANDING_DOWN,
  /** It flared up while standing down. */
  REOPENED,
  RESOLVED
}
