package io.tocsin.deploy.desk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the live page is told: everything, or what is new since it was last told.
 *
 * @param now wall-clock time of this state
 * @param feed how reading from Kafka goes
 * @param ageSeconds how long ago anything came; null where nothing ever did
 * @param eventTime up to which the mentions are counted; null before the first
 * @param trends the charts' points; in an update those that are new or changed, up to the last
 * @param happenings incidents, pages, redirects; null in an update where they did not change
 */
record DeskState(
    Instant now,
    Feed feed,
    @Nullable Double ageSeconds,
    @Nullable Instant eventTime,
    Trends trends,
    @Nullable Happenings happenings) {
  /**
   * What one page was told last.
   *
   * @param changes {@link BoardSnapshot#changes}
   * @param trends the points that it holds
   */
  record Told(long changes, Trends trends) {
    static final Told NOTHING = new Told(-1, Trends.NONE);

    static Told of(BoardSnapshot board) {
      return new Told(board.changes(), board.trends());
    }
  }

  /** Everything. */
  static DeskState whole(BoardSnapshot board, Feed feed, Instant now) {
    return since(Told.NOTHING, board, feed, now);
  }

  /** What is new to one who was told this. */
  static DeskState since(Told told, BoardSnapshot board, Feed feed, Instant now) {
    return new DeskState(
        now,
        feed,
        ageSeconds(board, now),
        board.eventTime(),
        board.trends().since(told.trends()),
        told.changes() == board.changes() ? null : board.happenings());
  }

  private static @Nullable Double ageSeconds(BoardSnapshot board, Instant now) {
    Instant newest = board.newestRecordAt();
    return newest == null ? null : Duration.between(newest, now).toMillis() / 1000.0;
  }
}
