package io.tocsin.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in the brand it burns, beside its channels.
 *
 * @param focus name of the region, location, topic or channel that the incident's figures are of;
 *     null where they are the whole brand's
 * @param regions regions that hold burning locations directly, those with most first
 * @param locations every location that burns, the strongest first
 * @param topics names of the topics that burn, sorted
 */
public record BurningParts(
    @Nullable String focus,
    List<BurningRegion> regions,
    List<BurningLocation> locations,
    List<String> topics) {
  /** Nothing but the brand as a whole and its channels. */
  public static final BurningParts NONE = new BurningParts(null, List.of(), List.of(), List.of());
}
