package io.tocsin.deploy.firehose;

import io.tocsin.deploy.firehose.traffic.Brand;
import io.tocsin.deploy.firehose.traffic.Brands;
import io.tocsin.deploy.firehose.traffic.WorldEvent;
import java.util.List;

/**
 * What a world is like. Shares are from 0, inclusive, to 1, exclusive.
 *
 * @param brands whom people talk about
 * @param load multiplies the volume of everything, above 0
 * @param noiseShare share of posts about no brand among all that is ordinary
 * @param redeliveredShare share of records that are delivered a second time
 * @param lateShare share of posts that arrive 1 to 10 s after they were written
 * @param malformedShare share of records that are no valid mention
 * @param people how many there are
 * @param events what happens
 */
public record WorldSettings(
    List<Brand> brands,
    double load,
    double noiseShare,
    double redeliveredShare,
    double lateShare,
    double malformedShare,
    int people,
    List<WorldEvent> events) {
  /**
   * Checks every range.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public WorldSettings {
    brands = List.copyOf(brands);
    events = List.copyOf(events);
    requireShare("noiseShare", noiseShare);
    requireShare("redeliveredShare", redeliveredShare);
    requireShare("lateShare", lateShare);
    requireShare("malformedShare", malformedShare);
    if (!(load > 0)) {
      throw new IllegalArgumentException("load is not above 0: " + load);
    }
    if (people < 1) {
      throw new IllegalArgumentException("people is less than 1: " + people);
    }
  }

  /** Six brands, 12 mentions a second at the daily mean, 20,000 people, no events. */
  public static WorldSettings defaults() {
    return new WorldSettings(Brands.all(), 1, 0.15, 0.005, 0.02, 0.001, 20_000, List.of());
  }

  /** The same world with these events. */
  public WorldSettings withEvents(List<WorldEvent> declared) {
    return new WorldSettings(
        brands, load, noiseShare, redeliveredShare, lateShare, malformedShare, people, declared);
  }

  /** The same world, this many times as loud. */
  public WorldSettings withLoad(double multiplier) {
    return new WorldSettings(
        brands,
        multiplier,
        noiseShare,
        redeliveredShare,
        lateShare,
        malformedShare,
        people,
        events);
  }

  private static void requireShare(String name, double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(name + " is not from 0 to below 1: " + share);
    }
  }
}
