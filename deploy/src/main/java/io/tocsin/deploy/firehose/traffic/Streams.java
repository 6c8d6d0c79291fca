package io.tocsin.deploy.firehose.traffic;

import io.tocsin.deploy.firehose.chance.Chance;
import java.util.ArrayList;
import java.util.List;

/** Sets up the streams of a world, and numbers them. */
public final class Streams {
  private final Scene scene;
  private final Chance chance;
  private int count;

  /**
   * None yet.
   *
   * @param chance what is left to it, of which every stream takes a part of its own
   */
  public Streams(Scene scene, Chance chance) {
    this.scene = scene;
    this.chance = chance;
  }

  /**
   * Talk about every brand, noise and stray floods.
   *
   * @param noiseShare share of noise among all that is ordinary, from 0, inclusive, to 1, exclusive
   */
  public List<Traffic> ordinary(List<Brand> brands, double noiseShare) {
    List<Traffic> streams = new ArrayList<>();
    brands.forEach(brand -> streams.add(new Talk(scene, brand, count++, chance)));
    double branded = brands.stream().mapToDouble(Brand::perSecond).sum();
    double noise = branded * noiseShare / (1 - noiseShare);
    streams.add(new Noise(scene, noise, count++, chance));
    streams.add(new StrayFloods(scene, brands, count++, chance));
    return streams;
  }

  /**
   * The talk that an event causes.
   *
   * @throws IllegalArgumentException if the event's brand is none of these
   */
  public Traffic talkOf(WorldEvent event, List<Brand> brands) {
    return talkOf(event, brandOf(event, brands));
  }

  /**
   * The talk that an event causes.
   *
   * @param brand whom it happens to
   */
  public Traffic talkOf(WorldEvent event, Brand brand) {
    int number = count++;
    return switch (event.kind()) {
      case OUTAGE -> new EventTalk(scene, event, brand, Story.OUTAGE, number, chance);
      case SLOW_BURN -> new EventTalk(scene, event, brand, Story.SLOW_BURN, number, chance);
      case VIRAL_JOY -> new EventTalk(scene, event, brand, Story.JOY, number, chance);
      case BOT_FLOOD -> new BotFlood(scene, event, brand, number, chance);
    };
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
