package io.tocsin.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done about an incident beside its acknowledgement, and what holds its pages back.
 *
 * @param by who made this change; null where no person did
 * @param why in that person's words, or the plan's; null for none
 * @param mitigatingBy who says that work is on; null while nobody does
 * @param snoozedUntil until when nobody is paged; null where it is not snoozed
 * @param silencedUntil until when it is recorded and pages nobody; null where it is not silenced
 * @param heard how bad it is without the watches that are silenced; null where none is
 * @param round how often paging has begun anew, from 0
 * @param mergedInto the incident of another brand whose people handle this one too; null for none
 * @param linked incidents of other brands that belong to it
 */
public record Handling(
    @Nullable String by,
    @Nullable String why,
    @Nullable String mitigatingBy,
    @Nullable Instant snoozedUntil,
    @Nullable Instant silencedUntil,
    @Nullable Severity heard,
    int round,
    @Nullable String mergedInto,
    List<LinkedIncident> linked) {
  /** Nobody did anything. */
  public static final Handling NONE =
      new Handling(null, null, null, null, null, null, 0, null, List.of());

  /** Whether nothing but an acknowledgement would hold a page back. */
  public boolean lets() {
    return snoozedUntil == null && silencedUntil == null && mergedInto == null;
  }

  /** The same, changed by this person. */
  Handling by(@Nullable String person, @Nullable String reason) {
    return new Handling(
        person,
        reason,
        mitigatingBy,
        snoozedUntil,
        silencedUntil,
        heard,
        round,
        mergedInto,
        linked);
  }

  /** The same, with work on. */
  Handling mitigating(@Nullable String person) {
    return new Handling(
        by, why, person, snoozedUntil, silencedUntil, heard, round, mergedInto, linked);
  }

  /** The same, snoozed. */
  Handling snoozed(@Nullable Instant until) {
    return new Handling(
        by, why, mitigatingBy, until, silencedUntil, heard, round, mergedInto, linked);
  }

  /** The same, silenced in whole, in part or not at all. */
  Handling silenced(@Nullable Instant until, @Nullable Severity left) {
    return new Handling(
        by, why, mitigatingBy, snoozedUntil, until, left, round, mergedInto, linked);
  }

  /** The same, with paging begun anew. */
  Handling anew() {
    return new Handling(
        by, why, mitigatingBy, snoozedUntil, silencedUntil, heard, round + 1, mergedInto, linked);
  }

  /** The same, with nobody on it and nothing that waits. */
  Handling left() {
    return mitigating(null).snoozed(null);
  }

  /** The same beside incidents of other brands. */
  Handling among(@Nullable String leader, List<LinkedIncident> others) {
    return new Handling(
        by, why, mitigatingBy, snoozedUntil, silencedUntil, heard, round, leader, others);
  }
}
