package io.tocsin.scoring.influence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who listens to those who post on one channel, and the scale that follows from it.
 *
 * <p>A post of one hour is ranked among the posts of the last seven days up to an hour before its
 * own hour begins. Those are complete by then, so the rank depends on what was posted and not on
 * the order or the speed in which it was read: live and in a replay it is the same. Older days fade
 * out whole.
 */
final class Audience {
  static final long HOUR_MILLIS = 3_600_000;
  static final int HOURS_A_DAY = 24;
  static final int DAYS_KEPT = 7;

  /** With so many posts a rank is off by 0.035 at most (standard error). */
  static final long FEWEST_POSTS = 200;

  /** By the hour of the posts; of a day that is over and ranked, all under its first hour. */
  private final TreeMap<Long, FollowerSketch> sketches = new TreeMap<>();

  private long scaleHour = Long.MIN_VALUE;
  private @Nullable ChannelScale scale;
  private @Nullable ChannelScale scaleBefore;

  static long hourOf(long millis) {
    return Math.floorDiv(millis, HOUR_MILLIS);
  }

  /** Counts a post of this hour. */
  void add(long hour, long followers) {
    sketches.computeIfAbsent(hour, key -> new FollowerSketch()).add(followers);
  }

  /**
   * The scale for a post of this hour; the oldest still known for one that comes more than an hour
   * behind others.
   */
  FollowerScale scaleFor(long hour) {
    if (hour > scaleHour) {
      scaleBefore = scaleHour == hour - 1 ? scale : scaleAt(hour - 1);
      scale = scaleAt(hour);
      scaleHour = hour;
      fold();
    }
    ChannelScale own = hour == scaleHour ? scale : scaleBefore;
    return own == null ? LogFollowerScale.STANDARD : own;
  }

  /** Whether nothing is left that a post of this hour could be ranked among. */
  boolean isOver(long hour) {
    return sketches.isEmpty() || sketches.lastKey() < oldestFor(hour);
  }

  AudienceState toState(int share, String channel) {
    List<AudienceHour> hours = new ArrayList<>();
    sketches.forEach((hour, sketch) -> hours.add(new AudienceHour(hour, sketch.toBytes())));
    return new AudienceState(share, channel, hours, scaleHour, scale, scaleBefore);
  }

  /** Takes over what another share of the channel's posts left; the latest scale stays. */
  void restore(AudienceState state) {
    for (AudienceHour restored : state.hours()) {
      sketches.merge(restored.hour(), FollowerSketch.of(restored.sketch()), Audience::merged);
    }
    if (state.scaleHour() > scaleHour) {
      scaleHour = state.scaleHour();
      scale = state.scale();
      scaleBefore = state.scaleBefore();
    }
  }

  private @Nullable ChannelScale scaleAt(long hour) {
    FollowerSketch sum = new FollowerSketch();
    sketches.subMap(oldestFor(hour), true, hour - 2, true).values().forEach(sum::merge);
    return sum.posts() < FEWEST_POSTS ? null : sum.toScale();
  }

  /** One sketch for each day, as far as its hours are closed, and none for a day that faded. */
  private void fold() {
    sketches.headMap(oldestFor(scaleHour), false).clear();
    Map<Long, FollowerSketch> closed = sketches.headMap(scaleHour - 2, true);
    TreeMap<Long, FollowerSketch> days = new TreeMap<>();
    closed.forEach((hour, sketch) -> days.merge(firstHourOfDay(hour), sketch, Audience::merged));
    closed.clear();
    sketches.putAll(days);
  }

  private static long oldestFor(long hour) {
    return firstHourOfDay(hour) - (long) DAYS_KEPT * HOURS_A_DAY;
  }

  private static long firstHourOfDay(long hour) {
    return Math.floorDiv(hour, HOURS_A_DAY) * HOURS_A_DAY;
  }

  private static FollowerSketch merged(FollowerSketch one, FollowerSketch other) {
    one.merge(other);
    return one;
  }
}
