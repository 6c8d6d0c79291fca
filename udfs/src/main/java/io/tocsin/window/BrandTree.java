package io.tocsin.window;

import java.io.Serializable;
import java.util.List;

/**
 * Into what a brand is cut, beside its channels.
 *
 * @param regions each parent is one of them, and no region lies in itself
 * @param locations each region is one of the regions
 * @param topics matters
 */
public record BrandTree(List<Region> regions, List<Location> locations, List<BrandTopic> topics)
    implements Serializable {
  /** A brand that is cut into channels only. */
  public static final BrandTree NONE = new BrandTree(List.of(), List.of(), List.of());
}
