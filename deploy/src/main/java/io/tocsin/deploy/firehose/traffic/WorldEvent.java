package io.tocsin.deploy.firehose.traffic;

import java.util.concurrent.TimeUnit;

/**
 * Something that happens to a brand.
 *
 * @param name what to call it in front of people
 * @param kind what happens
 * @param brand the brand's key
 * @param startMillis when the first post about it may arrive, epoch milliseconds
 * @param endMillis from here on no post about it arrives, the fading of the talk included
 */
public record WorldEvent(
    String name, EventKind kind, String brand, long startMillis, long endMillis) {
  /** How long the talk takes to fade after an event. */
  public static final long FADE_MILLIS = TimeUnit.MINUTES.toMillis(1);

  /**
   * Checks the order of its times.
   *
   * @throws IllegalArgumentException if it ends before it starts
   */
  public WorldEvent {
    if (endMillis < startMillis) {
      throw new IllegalArgumentException(
          name + " ends before it starts: " + startMillis + " to " + endMillis);
    }
  }

  /** An outage of this length, then a minute of fading talk. */
  public static WorldEvent outage(String brand, long startMillis, long durationMillis) {
    return fading("outage at " + brand, EventKind.OUTAGE, brand, startMillis, durationMillis);
  }

  /** A joy that spreads for this long, then a minute of fading talk. */
  public static WorldEvent viralJoy(String brand, long startMillis, long durationMillis) {
    return fading("joy about " + brand, EventKind.VIRAL_JOY, brand, startMillis, durationMillis);
  }

  /** Ill feeling that builds up for this long, then a minute of fading talk. */
  public static WorldEvent slowBurn(String brand, long startMillis, long durationMillis) {
    return fading("slow burn at " + brand, EventKind.SLOW_BURN, brand, startMillis, durationMillis);
  }

  /** A bot flood of this length; bots stop at once. */
  public static WorldEvent botFlood(String brand, long startMillis, long durationMillis) {
    return new WorldEvent(
        "bot flood about " + brand,
        EventKind.BOT_FLOOD,
        brand,
        startMillis,
        startMillis + durationMillis);
  }

  private static WorldEvent fading(
      String name, EventKind kind, String brand, long startMillis, long durationMillis) {
    return new WorldEvent(
        name, kind, brand, startMillis, startMillis + durationMillis + FADE_MILLIS);
  }
}
