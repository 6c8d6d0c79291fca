package io.tocsin.spike;

/**
 * Takes the empty rows through which a watch slept, all at once. While an event of the calendar was
 * on they pass, but teach the baseline nothing.
 */
final class SleptRows {
  private static final long ROW = Baseline.ROW_MILLIS;

  private SleptRows() {}

  /** Takes the rows from one row's start to another's. */
  static void take(WatchState state, BrandRules planned, long from, long to) {
    long start = from;
    while (start < to) {
      long end = start + ROW;
      long rows = Math.min((to - start) / ROW, rowsBefore(planned.nextTurn(end), end));
      take(state, start, rows, planned.factorAt(end) == 1);
      start += rows * ROW;
    }
  }

  private static void take(WatchState state, long rowStart, long rows, boolean usual) {
    for (Signal signal : Signal.values()) {
      SignalState memory = state.of(signal);
      memory.rows.skip(rows, memory.baseline);
      if (usual) {
        memory.baseline.learnEmpty(rows, rowStart);
      }
    }
    state.mood.skip(rows);
  }

  /** Rows that end before the turn, from the one that ends then. */
  private static long rowsBefore(long turn, long rowEnd) {
    return turn == Long.MAX_VALUE ? turn : (turn - rowEnd + ROW - 1) / ROW;
  }
}
