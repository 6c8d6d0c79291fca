package io.tocsin.response;

import io.tocsin.incident.BurningLocation;
import io.tocsin.incident.BurningParts;
import io.tocsin.incident.BurningRegion;
import io.tocsin.spike.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where it burns, in words for a page: some names, and how many more. */
final class PlacesText {
  private static final int MOST_NAMES = 10;
  private static final int MOST_REGIONS = 5;

  private PlacesText() {}

  /** What the title says behind the brand's name: nothing where the brand burns as a whole. */
  static String inTitle(BrandPlan plan, BurningParts parts) {
    String focus = parts.focus();
    if (parts.locations().size() >= plan.severity().warningLocations()
        && !parts.regions().isEmpty()) {
      BurningRegion most = parts.regions().get(0);
      if (focus == null || focus.equals(most.name())) {
        return ", " + region(most, " locations");
      }
    }
    return focus == null ? "" : ", " + StrangersText.plain(focus);
  }

  /** Lines of the body; none where no part burns. */
  static List<String> lines(BurningParts parts) {
    List<String> lines = new ArrayList<>();
    List<BurningLocation> locations = parts.locations();
    if (locations.size() == 1) {
      lines.add("Location: " + alone(locations.get(0)) + ".");
    } else if (!locations.isEmpty()) {
      lines.add("Locations: " + howMany(parts) + ".");
      lines.add("Most: " + list(locations, MOST_NAMES, PlacesText::numbers) + ".");
    }
    if (!parts.topics().isEmpty()) {
      lines.add("Topics: " + String.join(", ", parts.topics()) + ".");
    }
    return lines;
  }

  private static String howMany(BurningParts parts) {
    int inRegions = parts.regions().stream().mapToInt(BurningRegion::burning).sum();
    int elsewhere = parts.locations().size() - inRegions;
    String words = list(parts.regions(), MOST_REGIONS, region -> region(region, ""));
    if (elsewhere == 0) {
      return words;
    }
    return inRegions == 0 ? elsewhere + " burn" : words + "; " + elsewhere + " in no region";
  }

  private static String region(BurningRegion region, String what) {
    return region.burning() + " of " + region.locations() + what + " in " + region.name();
  }

  private static String alone(BurningLocation location) {
    return location.region() == null
        ? numbers(location)
        : location.name() + " in " + location.region() + figures(location);
  }

  private static String numbers(BurningLocation location) {
    return location.name() + figures(location);
  }

  private static String figures(BurningLocation location) {
    return String.format(
        Locale.ROOT,
        location.expected() < 10
            ? " (%.0f%s where %.1f is usual)"
            : " (%.0f%s where %.0f is usual)",
        location.observed(),
        location.signal() == Signal.NEGATIVITY ? " negative" : "",
        location.expected());
  }

  private static <T> String list(List<T> all, int most, Function<T, String> words) {
    String named = all.stream().limit(most).map(words).collect(Collectors.joining(", "));
    return all.size() <= most ? named : named + " and " + (all.size() - most) + " more";
  }
}
