package io.tocsin.incident;

/** Why an incident was written anew. */
public enum IncidentChange {
  OPENED,
  /** Its severity rose. */
  ESCALATED,
  /** Its severity fell, because what burns has been milder for a while. */
  EASED,
  ACKNOWLEDGED,
  /** The time for which the plan lets an acknowledgement hold is over, and it burns on. */
  ACKNOWLEDGEMENT_LAPSED,
  /** Who had taken it gave it back. */
  RELEASED,
  MITIGATING,
  SNOOZED,
  SNOOZE_ENDED,
  /** A person or the plan wants it, or a part of it, recorded and nobody paged. */
  SILENCED,
  SILENCE_ENDED,
  /** Those who handle an incident of another brand handle it too. */
  MERGED,
  /** It is on its own again. */
  SPLIT,
  /** An incident of another brand was found to belong to it. */
  LINKED,
  /** Its figures changed, nothing else. */
  UPDATED,
  STANDING_DOWN,
  /** It flared up while standing down, or soon after it was resolved. */
  REOPENED,
  RESOLVED
}
