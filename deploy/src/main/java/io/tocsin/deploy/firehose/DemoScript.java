package io.tocsin.deploy.firehose;

import io.tocsin.deploy.firehose.traffic.Brand;
import io.tocsin.deploy.firehose.traffic.Brands;
import io.tocsin.deploy.firehose.traffic.WorldEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the demo shows, told from the moment at which its world is known: first a bot flood that
 * must page nobody, then an outage that must page, then a joy that must page nobody.
 */
public final class DemoScript {
  /** Whom the outage strikes. */
  public static final Brand STRICKEN = Brands.NIMBUS;

  /** When the bots begin. */
  public static final long FLOOD_OFFSET_MILLIS = TimeUnit.SECONDS.toMillis(15);

  /** When the outage breaks out. */
  public static final long OUTAGE_OFFSET_MILLIS = TimeUnit.SECONDS.toMillis(60);

  /** When the advert goes round. */
  public static final long JOY_OFFSET_MILLIS = TimeUnit.SECONDS.toMillis(150);

  /** How long an outage lasts that nobody says more about. */
  public static final long OUTAGE_MILLIS = TimeUnit.MINUTES.toMillis(3);

  private static final long FLOOD_MILLIS = TimeUnit.SECONDS.toMillis(40);
  private static final long JOY_MILLIS = TimeUnit.MINUTES.toMillis(2);

  private DemoScript() {}

  /**
   * The events, the first to start first.
   *
   * @param liveMillis when the story begins, epoch milliseconds
   * @param outageMillis how long the outage lasts; a minute of fading talk follows
   */
  public static List<WorldEvent> events(long liveMillis, long outageMillis) {
    return List.of(
        WorldEvent.botFlood(Brands.PENNYMOOR.key(), liveMillis + FLOOD_OFFSET_MILLIS, FLOOD_MILLIS),
        WorldEvent.outage(STRICKEN.key(), liveMillis + OUTAGE_OFFSET_MILLIS, outageMillis),
        WorldEvent.viralJoy(Brands.QUILLBERRY.key(), liveMillis + JOY_OFFSET_MILLIS, JOY_MILLIS));
  }
}
