package io.tocsin.incident;

import io.tocsin.mention.Drill;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Under what the incident of a brand is kept: the brand's key, and apart from it, so that nothing
 * is folded, the brand's key and the drill's id. Neither of them holds a {@code ~}.
 */
public final class IncidentBookKey {
  private static final String APART = "~";

  private IncidentBookKey() {}

  /** The book of a brand's incidents, or of those of a drill. */
  public static String of(String brand, @Nullable Drill drill) {
    return drill == null ? brand : brand + APART + drill.id();
  }

  /** The book that holds the incident of an acknowledgement. */
  public static String of(Ack ack) {
    String drill = drillOf(ack.incidentId());
    return drill == null ? ack.brand() : ack.brand() + APART + drill;
  }

  /** Id of the drill to which the incident of this id belongs; null for a real incident. */
  public static @Nullable String drillOf(String incidentId) {
    String[] parts = incidentId.split(APART, 3);
    return parts.length == 3 ? parts[1] : null;
  }

  /** The brand of a book. */
  public static String brandOf(String book) {
    int end = book.indexOf(APART);
    return end < 0 ? book : book.substring(0, end);
  }

  /** The id of the incident that is opened at this time. */
  static String incidentId(String brand, @Nullable Drill drill, Instant at) {
    return of(brand, drill) + (drill == null ? "-" : APART) + at;
  }
}
