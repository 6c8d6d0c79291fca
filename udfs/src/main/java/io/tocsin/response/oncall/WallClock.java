package io.tocsin.response.oncall;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** From what a clock on the wall shows to when it shows it. */
final class WallClock {
  private WallClock() {}

  /**
   * The first moment at which the clock shows this time, or has jumped over it because summer time
   * began.
   */
  static Instant reaches(LocalDateTime wall, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(wall);
    return change != null && change.isGap()
        ? change.getInstant()
        : wall.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  /** The last moment at which the clock shows this time; like {@link #reaches} at a jump. */
  static Instant reachesLast(LocalDateTime wall, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(wall);
    return change != null && change.isOverlap()
        ? wall.atZone(zone).withLaterOffsetAtOverlap().toInstant()
        : reaches(wall, zone);
  }
}
