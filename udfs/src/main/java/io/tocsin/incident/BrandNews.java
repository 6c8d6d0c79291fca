package io.tocsin.incident;

import io.tocsin.spike.Spike;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a brand: exactly one of the two is set.
 *
 * @param spike told by detection
 * @param ack told by a person
 */
public record BrandNews(@Nullable Spike spike, @Nullable Ack ack) {
  /** A spike. */
  public static BrandNews of(Spike spike) {
    return new BrandNews(spike, null);
  }

  /** An acknowledgement. */
  public static BrandNews of(Ack ack) {
    return new BrandNews(null, ack);
  }

  /** The key of the book that it goes into, by {@link IncidentBookKey}. */
  public String bookKey() {
    if (spike != null) {
      return IncidentBookKey.of(spike.watch().brand(), spike.watch().drill());
    }
    if (ack != null) {
      return IncidentBookKey.of(ack);
    }
    throw new IllegalStateException("news of a brand are neither a spike nor an acknowledgement");
  }
}
