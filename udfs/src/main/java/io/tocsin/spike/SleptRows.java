package io.tocsin.spike;

import io.tocsin.feed.FeedGaps;

/**
 * Takes the empty rows through which a watch slept, all at once. While an event of the calendar was
 * on they pass, but teach the baseline nothing; what the feed hid is not known to have been empty.
 */
final class SleptRows {
  private static final long ROW = Baseline.ROW_MILLIS;

  private SleptRows() {}

  /** Takes the rows from one row's start to another's. */
  static void take(WatchState state, BrandRules planned, FeedGaps gaps, long from, long to) {
    long start = from;
    while (start < to) {
      long end = start + ROW;
      long rows = Math.min((to - start) / ROW, rowsBefore(planned.nextTurn(end), end));
      boolean seen = !gaps.hide(start, end);
      rows = gaps.isEmpty() ? rows : alike(gaps, seen, start, rows);
      take(state, start, rows, seen, planned.factorAt(end) == 1);
      start += rows * ROW;
    }
  }

  private static void take(
      WatchState state, long rowStart, long rows, boolean seen, boolean usual) {
    for (Signal signal : Signal.COUNTED) {
      SignalState memory = state.of(signal);
      memory.rows.skip(rows, seen, memory.baseline);
      if (usual && seen) {
        memory.baseline.learnEmpty(rows, rowStart);
      }
    }
    state.mood.skip(rows);
  }

  /** Rows from this one on, at most so many, that are all seen or all hidden. */
  private static long alike(FeedGaps gaps, boolean seen, long start, long most) {
    long rows = 1;
    while (rows < most && gaps.hide(start + rows * ROW, start + (rows + 1) * ROW) != seen) {
      rows++;
    }
    return rows;
  }

  /** Rows that end before the turn, from the one that ends then. */
  private static long rowsBefore(long turn, long rowEnd) {
    return turn == Long.MAX_VALUE ? turn : (turn - rowEnd + ROW - 1) / ROW;
  }
}
