package io.tocsin.incident;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person does to an incident: takes it, unless another action is named.
 *
 * @param incidentId which; the brand's key for a silence, which is of no incident
 * @param brand the incident's brand
 * @param by who
 * @param at when
 * @param action what; a record without one is an acknowledgement
 * @param until end of a snooze or a silence; null for other actions
 * @param watch key of the watch that is silenced; null for the whole brand
 * @param into id of the incident that this one is merged into; null for other actions
 * @param why in the person's words; null for none
 */
public record Ack(
    String incidentId,
    String brand,
    String by,
    Instant at,
    AckAction action,
    @Nullable Instant until,
    @Nullable String watch,
    @Nullable String into,
    @Nullable String why) {
  /** A record from before there were actions has none. */
  public Ack {
    action = Objects.requireNonNullElse(action, AckAction.ACKNOWLEDGE);
  }

  /** A person takes an incident. */
  public Ack(String incidentId, String brand, String by, Instant at) {
    this(incidentId, brand, by, at, AckAction.ACKNOWLEDGE, null, null, null, null);
  }
}
