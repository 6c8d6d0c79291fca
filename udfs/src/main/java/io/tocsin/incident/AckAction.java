package io.tocsin.incident;

/** What a person does to an incident, or to the paging of a brand. */
public enum AckAction {
  /** Takes the incident: nobody else is paged. */
  ACKNOWLEDGE,
  /** Gives it back: paging begins anew. */
  RELEASE,
  /** Says that work is on; paging stays off. */
  MITIGATE,
  /** Wants nobody paged until a moment; if it burns on, paging begins anew by itself. */
  SNOOZE,
  /** Lets a brand, or one of its watches, be recorded until a moment, and page nobody. */
  SILENCE,
  /** Ends such a silence. */
  UNSILENCE,
  /** Hands the incident to those who handle one of another brand. */
  MERGE,
  /** Takes it out again. */
  SPLIT,
  /** Says that it is over, whatever still burns. */
  RESOLVE;

  /** Whether it concerns the incidents of two brands. */
  public boolean links() {
    return this == MERGE || this == SPLIT;
  }

  /** Whether it concerns a brand, whether or not an incident is on. */
  public boolean silences() {
    return this == SILENCE || this == UNSILENCE;
  }
}
