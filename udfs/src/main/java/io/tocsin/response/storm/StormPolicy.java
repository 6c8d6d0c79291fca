package io.tocsin.response.storm;

import java.io.Serializable;

/**
 * When pages to one target are told in one.
 *
 * @param most incidents about which a target is paged one by one within the time
 * @param withinMillis that time, by the clock on the wall
 * @param gatherMillis how long further pages are gathered, and so held up at most
 */
public record StormPolicy(int most, long withinMillis, long gatherMillis) implements Serializable {
  /** Three a minute one by one, then one in ten seconds. */
  public static final StormPolicy STANDARD = new StormPolicy(3, 60_000, 10_000);
}
