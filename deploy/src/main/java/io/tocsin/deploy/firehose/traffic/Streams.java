package io.tocsin.deploy.firehose.traffic;

import io.tocsin.deploy.firehose.chance.Chance;
import java.util.ArrayList;
import java.util.List;

/** Sets up the streams of a world. */
public final class Streams {
  private final Scene scene;
  private final Chance chance;
  private final List<Traffic> streams = new ArrayList<>();

  private Streams(Scene scene, Chance chance) {
    this.scene = scene;
    this.chance = chance;
  }

  /**
   * Talk about every brand, noise, stray floods, then the events: so events change nothing of what
   * is ordinary.
   *
   * @param noiseShare share of noise among all that is ordinary, from 0, inclusive, to 1, exclusive
   * @throws IllegalArgumentException if an event's brand is unknown, or there are more streams than
   *     a world can number
   */
  public static List<Traffic> of(
      Scene scene, List<Brand> brands, double noiseShare, List<WorldEvent> events, Chance chance) {
    Streams streams = new Streams(scene, chance);
    brands.forEach(brand -> streams.add(new Talk(scene, brand, streams.next(), chance)));
    double branded = brands.stream().mapToDouble(Brand::perSecond).sum();
    double noise = branded * noiseShare / (1 - noiseShare);
    streams.add(new Noise(scene, noise, streams.next(), chance));
    streams.add(new StrayFloods(scene, brands, streams.next(), chance));
    events.forEach(event -> streams.add(streams.talkOf(event, brandOf(event, brands))));
    return List.copyOf(streams.streams);
  }

  /** The talk that an event causes, and nothing else. */
  public static Traffic of(Scene scene, WorldEvent event, Brand brand, Chance chance) {
    return new Streams(scene, chance).talkOf(event, brand);
  }

  private Traffic talkOf(WorldEvent event, Brand brand) {
    return switch (event.kind()) {
      case OUTAGE -> new EventTalk(scene, event, brand, Story.OUTAGE, next(), chance);
      case SLOW_BURN -> new EventTalk(scene, event, brand, Story.SLOW_BURN, next(), chance);
      case VIRAL_JOY -> new EventTalk(scene, event, brand, Story.JOY, next(), chance);
      case BOT_FLOOD -> new BotFlood(scene, event, brand, next(), chance);
    };
  }

  private int next() {
    return streams.size();
  }

  private void add(Traffic traffic) {
    streams.add(traffic);
  }

  private static Brand brandOf(WorldEvent event, List<Brand> brands) {
    return brands.stream()
        .filter(brand -> brand.key().equals(event.brand()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    event.name() + " is about an unknown brand: " + event.brand()));
  }
}
