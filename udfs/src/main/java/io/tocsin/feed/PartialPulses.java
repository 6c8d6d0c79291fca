package io.tocsin.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Counts one subtask's mentions by slice and channel. Every record of the firehose passes here, so
 * the slice in hand is kept at hand and a count costs one look into a small table.
 */
public final class PartialPulses {
  private static final class Count {
    private long mentions;
  }

  private final long sliceMillis;
  private final TreeMap<Long, Map<String, Count>> slices = new TreeMap<>();
  private long startInHand = Long.MIN_VALUE;
  private Map<String, Count> inHand = new HashMap<>();

  /**
   * Counts slices of this width.
   *
   * @param sliceMillis width in milliseconds, at least 1
   */
  public PartialPulses(long sliceMillis) {
    this.sliceMillis = sliceMillis;
  }

  /** Counts a mention at this event time. */
  public void add(String channel, long eventTimeMillis) {
    long start = Math.floorDiv(eventTimeMillis, sliceMillis) * sliceMillis;
    if (start != startInHand || slices.isEmpty()) {
      startInHand = start;
      inHand = slices.computeIfAbsent(start, slice -> new HashMap<>());
    }
    inHand.computeIfAbsent(channel, name -> new Count()).mentions++;
  }

  /** Slices held that nobody has seen yet. */
  public int size() {
    return slices.size();
  }

  /**
   * Hands over and forgets all slices that begin before this time, by time and channel.
   *
   * @param endMillis epoch milliseconds, exclusive
   */
  public void flushBefore(long endMillis, Consumer<FeedPulse> out) {
    var due = slices.headMap(endMillis);
    due.forEach(
        (start, channels) ->
            new TreeMap<>(channels)
                .forEach(
                    (channel, count) -> out.accept(new FeedPulse(channel, start, count.mentions))));
    due.clear();
    startInHand = Long.MIN_VALUE;
  }
}
