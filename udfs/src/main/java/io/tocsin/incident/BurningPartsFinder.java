package io.tocsin.incident;

import io.tocsin.spike.Spike;
import io.tocsin.window.BrandMap;
import io.tocsin.window.Dimension;
import io.tocsin.window.Watch;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Tells from the spikes of a brand which of its parts burn, in the plan's names. */
final class BurningPartsFinder {
  private static final Comparator<BurningRegion> MOST_FIRST =
      Comparator.comparingInt((BurningRegion region) -> -region.burning())
          .thenComparing(BurningRegion::key);

  private final BrandMap map;

  BurningPartsFinder(BrandMap map) {
    this.map = map;
  }

  /**
   * The parts that burn.
   *
   * @param spikes at least one, the strongest first
   */
  BurningParts of(List<Spike> spikes) {
    Watch focus = spikes.get(0).watch();
    List<BurningLocation> locations = locations(spikes);
    return new BurningParts(
        focus.dimension() == Dimension.BRAND ? null : map.nameOf(focus),
        regions(focus.brand(), locations),
        locations,
        topics(spikes));
  }

  private List<BurningLocation> locations(List<Spike> spikes) {
    Map<String, BurningLocation> burning = new LinkedHashMap<>();
    for (Spike spike : spikes) {
      if (spike.watch().dimension() == Dimension.LOCATION) {
        burning.computeIfAbsent(valueOf(spike), key -> location(key, spike));
      }
    }
    return List.copyOf(burning.values());
  }

  private BurningLocation location(String key, Spike spike) {
    List<String> regions = map.regionsOf(key);
    return new BurningLocation(
        key,
        map.nameOf(spike.watch()),
        regions.isEmpty() ? null : regionName(spike.watch().brand(), regions.get(0)),
        spike.signal(),
        spike.windowMillis(),
        spike.observed(),
        spike.expected(),
        spike.score(),
        spike.mentions(),
        spike.negativeShare());
  }

  private List<BurningRegion> regions(String brand, List<BurningLocation> locations) {
    Map<String, Integer> burning = new TreeMap<>();
    for (BurningLocation location : locations) {
      map.regionsOf(location.key()).stream()
          .limit(1)
          .forEach(region -> burning.merge(region, 1, Integer::sum));
    }
    return burning.entrySet().stream()
        .map(
            entry ->
                new BurningRegion(
                    entry.getKey(),
                    regionName(brand, entry.getKey()),
                    entry.getValue(),
                    map.locationsIn(entry.getKey())))
        .sorted(MOST_FIRST)
        .toList();
  }

  private List<String> topics(List<Spike> spikes) {
    return spikes.stream()
        .map(Spike::watch)
        .filter(watch -> watch.dimension() == Dimension.TOPIC)
        .map(map::nameOf)
        .distinct()
        .sorted()
        .toList();
  }

  private String regionName(String brand, String region) {
    return map.nameOf(Watch.ofRegion(brand, region));
  }

  private static String valueOf(Spike spike) {
    return Objects.requireNonNull(spike.watch().value());
  }
}
