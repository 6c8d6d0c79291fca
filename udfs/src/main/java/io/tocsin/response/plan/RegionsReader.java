package io.tocsin.response.plan;

import io.tocsin.window.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The regions of one brand: each once, each in one other or in none, never in a circle. */
final class RegionsReader {
  private final Once regions = new Once("region");
  private final Map<String, Named> parents = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();
  private final Circles circles = new Circles();

  List<Region> read(@Nullable YamlValue list) {
    List<Region> read = new ArrayList<>();
    for (YamlValue item : list == null ? List.<YamlValue>of() : list.items()) {
      Region region = region(item);
      if (region != null) {
        read.add(region);
      }
    }
    parents.values().forEach(this::checkKnown);
    circles.report();
    return List.copyOf(read);
  }

  /** Checks that a location lies in a region that there is, and notes that the region is used. */
  @Nullable String regionOf(YamlFields location) {
    YamlValue value = location.optional("in");
    String region = value == null ? null : value.text(TextForm.REGION_KEY);
    if (value == null || region == null || !checkKnown(new Named(region, value))) {
      return null;
    }
    use(region);
    return region;
  }

  /** Warns of regions that no location lies in, when all locations were read. */
  void warnOfUnused() {
    for (Named region : regions.all().values()) {
      if (!used.contains(region.name())) {
        region.at().warning("region '" + region.name() + "' holds no location");
      }
    }
  }

  private @Nullable Region region(YamlValue item) {
    YamlFields fields = item.fields("region", "name", "in");
    Named key = fields.named("region", TextForm.REGION_KEY);
    YamlValue in = fields.optional("in");
    String parent = in == null ? null : in.text(TextForm.REGION_KEY);
    String name = fields.text("name", TextForm.DISPLAY_NAME, key == null ? "" : key.name());
    if (key == null || !regions.take(key)) {
      return null;
    }
    if (in != null && parent != null) {
      parents.put(key.name(), new Named(parent, in));
      circles.add(key.name(), new Named(parent, in));
    }
    return new Region(key.name(), name, parent);
  }

  private void use(String region) {
    Named at = regions.all().get(region);
    while (at != null && used.add(at.name())) {
      at = parentOf(at.name());
    }
  }

  private boolean checkKnown(Named region) {
    boolean known = regions.all().containsKey(region.name());
    if (!known) {
      region
          .at()
          .error(
              "unknown region "
                  + OneLine.quote(region.name())
                  + DidYouMean.hint(region.name(), regions.all().keySet()));
    }
    return known;
  }

  private @Nullable Named parentOf(String region) {
    Named parent = parents.get(region);
    return parent == null ? null : regions.all().get(parent.name());
  }
}
