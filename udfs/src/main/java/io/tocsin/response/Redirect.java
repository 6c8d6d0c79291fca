package io.tocsin.response;

import io.tocsin.mention.Drill;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A valve from a queue to its backup for what exceeds the queue's capacity. Keyed by {@link #id};
 * the latest record is the valve.
 *
 * @param id incident and queue
 * @param state open or closed
 * @param incidentId which incident turned it
 * @param brand the brand's key
 * @param fromQueue the queue that overflows
 * @param toQueue the backup queue
 * @param at event time of the turn
 * @param planVersion the crisis plan that decided it
 * @param decision why
 * @param drill the drill that it is part of, so that nothing is moved; null for a real valve
 */
public record Redirect(
    String id,
    ValveState state,
    String incidentId,
    String brand,
    String fromQueue,
    String toQueue,
    Instant at,
    String planVersion,
    String decision,
    @Nullable Drill drill) {
  /** A real valve. */
  public Redirect(
      String id,
      ValveState state,
      String incidentId,
      String brand,
      String fromQueue,
      String toQueue,
      Instant at,
      String planVersion,
      String decision) {
    this(id, state, incidentId, brand, fromQueue, toQueue, at, planVersion, decision, null);
  }

  /** The same valve, closed. */
  public Redirect closed(Instant when, String byPlanVersion, String why) {
    return new Redirect(
        id,
        ValveState.CLOSED,
        incidentId,
        brand,
        fromQueue,
        toQueue,
        when,
        byPlanVersion,
        why,
        drill);
  }
}
