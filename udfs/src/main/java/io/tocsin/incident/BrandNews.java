package io.tocsin.incident;

import io.tocsin.spike.Spike;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a brand: exactly one of the three is set.
 *
 * @param spike told by detection
 * @param ack told by a person
 * @param incident told by {@link TrackIncidentsFunction}
 */
public record BrandNews(@Nullable Spike spike, @Nullable Ack ack, @Nullable Incident incident) {
  /** A spike. */
  public static BrandNews of(Spike spike) {
    return new BrandNews(spike, null, null);
  }

  /** What a person did. */
  public static BrandNews of(Ack ack) {
    return new BrandNews(null, ack, null);
  }

  /** An incident as it now is. */
  public static BrandNews of(Incident incident) {
    return new BrandNews(null, null, incident);
  }

  /** The key of the book that it goes into, by {@link IncidentBookKey}. */
  public String bookKey() {
    if (spike != null) {
      return IncidentBookKey.of(spike.watch().brand(), spike.watch().drill());
    }
    if (ack != null) {
      return IncidentBookKey.of(ack);
    }
    if (incident != null) {
      return IncidentBookKey.of(incident.brand(), incident.drill());
    }
    throw new IllegalStateException("news of a brand are of nothing");
  }
}
