package io.tocsin.spike.feed;

import io.tocsin.feed.FeedGaps;
import io.tocsin.spike.Baseline;
import io.tocsin.spike.Silence;

/**
 * What is remembered of one feed: how much it usually brings, and since when it brings nothing.
 * Fields are public and change in place because the class is operator state.
 */
public final class FeedMemory {
  private static final long ROW = Baseline.ROW_MILLIS;
  private static final long MOST_CATCH_UP_MILLIS = 60L * 24 * 3_600_000;
  private static final double LATE_GAIN = 1 - Math.pow(2, -1 / 6.0);

  /** What a row usually brings. */
  public Baseline baseline = new Baseline();

  /** The time without a mention. */
  public Silence silence = new Silence();

  /** Start of the row that is on, epoch milliseconds; {@link Long#MIN_VALUE} before the first. */
  public long rowStartMillis = Long.MIN_VALUE;

  /** Mentions in it so far. */
  public double rowMentions;

  /** Mean row of late. */
  public double lateRow;

  /**
   * Mentions came in the slide.
   *
   * @return whether they ended a standstill
   */
  boolean hear(long slideStart, long slideMillis, long mentions, FeedGaps gaps) {
    boolean ended = silence.hear(baseline, lateRow, slideStart, slideStart + slideMillis, gaps);
    closeRowsBefore(slideStart, gaps);
    rowMentions += mentions;
    return ended;
  }

  /** A hole of months, as one wrong date makes it, teaches no more than its last two. */
  private void closeRowsBefore(long millis, FeedGaps gaps) {
    long present = Math.floorDiv(millis, ROW) * ROW;
    if (rowStartMillis == Long.MIN_VALUE) {
      rowStartMillis = present;
    }
    while (rowStartMillis < present) {
      if (!gaps.hide(rowStartMillis, rowStartMillis + ROW)) {
        baseline.learn(rowMentions, rowStartMillis);
        lateRow += LATE_GAIN * (rowMentions - lateRow);
      }
      rowMentions = 0;
      rowStartMillis = Math.max(rowStartMillis + ROW, present - MOST_CATCH_UP_MILLIS);
    }
  }
}
