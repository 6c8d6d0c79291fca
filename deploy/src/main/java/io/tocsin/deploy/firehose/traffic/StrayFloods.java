package io.tocsin.deploy.firehose.traffic;

import io.tocsin.deploy.firehose.chance.Chance;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Bot floods that no script declares: in every second stretch of six hours, on average, one of a
 * minute or two at some brand. They are part of every ordinary day.
 */
final class StrayFloods implements Traffic {
  private static final long STRETCH_MILLIS = TimeUnit.HOURS.toMillis(6);
  private static final long SHORTEST_MILLIS = 60_000;
  private static final long LONGEST_MILLIS = 120_000;
  private static final double LIKELIHOOD = 0.5;

  private final Scene scene;
  private final List<Brand> brands;
  private final Ids ids;
  private final Chance chance;
  private long stretch = Long.MIN_VALUE;
  private @Nullable BotFlood flood;

  StrayFloods(Scene scene, List<Brand> brands, int stream, Chance chance) {
    this.scene = scene;
    this.brands = brands;
    this.ids = new Ids(scene.startMillis(), stream);
    this.chance = chance.fork(name());
  }

  @Override
  public String name() {
    return "stray-floods";
  }

  @Override
  public double perSecond(long millis) {
    BotFlood current = floodAt(millis);
    return current == null ? 0 : current.perSecond(millis);
  }

  @Override
  public Draft compose(long arrivalMillis) {
    BotFlood current = floodAt(arrivalMillis);
    if (current == null) {
      throw new IllegalStateException("no flood at " + arrivalMillis);
    }
    return current.compose(arrivalMillis);
  }

  private @Nullable BotFlood floodAt(long millis) {
    long asked = Math.floorDiv(millis, STRETCH_MILLIS);
    if (asked != stretch) {
      stretch = asked;
      flood = floodOf(chance.fork(asked));
    }
    return flood;
  }

  private @Nullable BotFlood floodOf(Chance luck) {
    if (!luck.happens(LIKELIHOOD)) {
      return null;
    }
    long length = luck.between(SHORTEST_MILLIS, LONGEST_MILLIS);
    long start = stretch * STRETCH_MILLIS + luck.between(0L, STRETCH_MILLIS - length);
    Brand brand = luck.oneOf(brands);
    WorldEvent event = WorldEvent.botFlood(brand.key(), start, length);
    return new BotFlood(scene, event, brand, ids, luck);
  }
}
