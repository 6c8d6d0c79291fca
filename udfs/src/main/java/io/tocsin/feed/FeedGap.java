package io.tocsin.feed;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of event time from which a feed brought nothing. What is not seen is not zero: nobody
 * learns from it. It counts from when it was found, so that what is judged at one moment of event
 * time never depends on what came after.
 *
 * @param channel which feed; null for the whole
 * @param foundMillis when it was sure, epoch milliseconds
 * @param endMillis start of the first slide with a mention again; {@link Long#MAX_VALUE} while it
 *     is not over, or never will be
 * @param closedMillis when that was known; {@link Long#MAX_VALUE} while it is not
 */
public record FeedGap(
    @Nullable String channel, long foundMillis, long endMillis, long closedMillis) {
  /** A gap that has just been found. */
  public static FeedGap open(@Nullable String channel, long foundMillis) {
    return new FeedGap(channel, foundMillis, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /** What comes after the end of the input: it will never be seen. */
  public static FeedGap endless(long fromMillis) {
    return new FeedGap(null, fromMillis, Long.MAX_VALUE, fromMillis);
  }

  /** The same gap, over. */
  public FeedGap closed(long whenMillis, long slideMillis) {
    return new FeedGap(channel, foundMillis, whenMillis - slideMillis, whenMillis);
  }

  /** Whether this stretch, judged at that time, lies in the gap with any part. */
  boolean hides(long fromMillis, long toMillis, long nowMillis) {
    long end = closedMillis <= nowMillis ? endMillis : Long.MAX_VALUE;
    return foundMillis <= nowMillis && foundMillis < toMillis && fromMillis < end;
  }

  /** Whether it may end at any moment, as far as this time knows. */
  boolean mayEnd(long nowMillis) {
    return closedMillis > nowMillis;
  }

  /** Whether it hides mentions of this channel; null asks for the whole feed. */
  boolean concerns(@Nullable String asked) {
    return channel == null || channel.equals(asked);
  }
}
