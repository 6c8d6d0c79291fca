package io.tocsin.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link BrandTree} to look things up in. What the tree does not know lies nowhere. */
public final class BrandMap {
  private final Map<String, Region> regions = new HashMap<>();
  private final Map<String, Location> locations = new HashMap<>();
  private final Map<String, BrandTopic> topics = new HashMap<>();
  private final Map<String, List<String>> regionsOfLocation = new HashMap<>();
  private final Map<String, Integer> locationsInRegion = new HashMap<>();

  /** A map of the tree. */
  public BrandMap(BrandTree tree) {
    tree.regions().forEach(region -> regions.put(region.key(), region));
    tree.topics().forEach(topic -> topics.put(topic.key(), topic));
    for (Location location : tree.locations()) {
      locations.put(location.key(), location);
      List<String> around = upFrom(location.region());
      regionsOfLocation.put(location.key(), around);
      around.forEach(region -> locationsInRegion.merge(region, 1, Integer::sum));
    }
  }

  /** Keys of the regions around a location, the nearest first. */
  public List<String> regionsOf(String location) {
    return regionsOfLocation.getOrDefault(location, List.of());
  }

  /** How many locations lie in a region, or in regions that lie in it. */
  public int locationsIn(String region) {
    return locationsInRegion.getOrDefault(region, 0);
  }

  /** What people call the watched part; the channel, or the key where the plan has no name. */
  public String nameOf(Watch watch) {
    String key = watch.value() == null ? watch.brand() : watch.value();
    return switch (watch.dimension()) {
      case BRAND, CHANNEL -> key;
      case REGION -> regions.containsKey(key) ? regions.get(key).name() : key;
      case LOCATION -> locations.containsKey(key) ? locations.get(key).name() : key;
      case TOPIC -> topics.containsKey(key) ? topics.get(key).name() : key;
    };
  }

  /** The region and those around it; a circle, which no checked plan has, ends where it closes. */
  private List<String> upFrom(@Nullable String region) {
    List<String> way = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Region at = regions.get(region);
    while (at != null && seen.add(at.key())) {
      way.add(at.key());
      at = regions.get(at.parent());
    }
    return List.copyOf(way);
  }
}
