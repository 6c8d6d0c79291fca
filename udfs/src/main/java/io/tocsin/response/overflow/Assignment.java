package io.tocsin.response.overflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mention was put where somebody answers it, or moved from there to elsewhere. The latest record
 * of a mention and brand says where it is.
 *
 * @param mentionId which mention
 * @param brand the brand for which it is answered
 * @param queue the queue or backup pool
 * @param person who answers it; null while nobody in particular does
 * @param redirectId the valve through which it was moved; null where it was not, or is not known
 * @param waitingSince since when its author waits; a move does not change it
 * @param at when it was put there
 * @param channel the network where the mention was posted; null where that is not told
 * @param location key of the brand's location that it speaks of; null for none
 */
public record Assignment(
    String mentionId,
    String brand,
    String queue,
    @Nullable String person,
    @Nullable String redirectId,
    Instant waitingSince,
    Instant at,
    @Nullable String channel,
    @Nullable String location) {
  /** Of a mention of which no more is told. */
  public Assignment(
      String mentionId,
      String brand,
      String queue,
      @Nullable String person,
      @Nullable String redirectId,
      Instant waitingSince,
      Instant at) {
    this(mentionId, brand, queue, person, redirectId, waitingSince, at, null, null);
  }
}
