package io.tocsin.deploy.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a page of one view shows at one moment.
 *
 * @param now wall-clock time of this state
 * @param feed how reading from Kafka goes
 * @param ageSeconds how long ago anything came; null where nothing ever did
 * @param eventTime up to which the mentions are counted; null before the first
 * @param totals counts over everything
 * @param rows the brands that are shown, what burns most first
 * @param trends their points
 * @param happenings incidents, pages, redirects that are shown
 * @param detail what only a brand's page shows; null on the overview
 */
record DeskState(
    Instant now,
    Feed feed,
    @Nullable Double ageSeconds,
    @Nullable Instant eventTime,
    Totals totals,
    List<BrandRow> rows,
    Trends trends,
    Happenings happenings,
    @Nullable BrandDetail detail) {
  /** More cards than this nobody reads. */
  static final int MOST_BRANDS = 24;

  /**
   * What a page is told: everything, or what is new since it was last told; {@code rows}, {@code
   * happenings} and {@code detail} are null where they did not change.
   *
   * @param whole whether this is everything, and what was told before is to be forgotten
   */
  record News(
      boolean whole,
      Instant now,
      Feed feed,
      @Nullable Double ageSeconds,
      @Nullable Instant eventTime,
      Totals totals,
      @Nullable List<BrandRow> rows,
      Trends trends,
      @Nullable HappeningsNews happenings,
      @Nullable BrandDetail detail) {}

  /** What this view shows now. */
  static DeskState of(DeskView view, BoardSnapshot board, Curves curves, Feed feed, Instant now) {
    List<BrandRow> matching = board.rows().stream().filter(row -> view.shows(row.brand())).toList();
    List<BrandRow> rows = matching.subList(0, Math.min(MOST_BRANDS, matching.size()));
    Happenings shown = board.happenings().seenIn(view);
    Instant eventTime = board.eventTime();
    return new DeskState(
        now,
        feed,
        ageSeconds(board, now),
        eventTime,
        Totals.of(board, matching.size(), shown.incidents().size()),
        rows,
        eventTime == null
            ? Trends.NONE
            : curves
                .trends()
                .upTo(eventTime.getEpochSecond(), rows.stream().map(BrandRow::brand).toList()),
        shown,
        BrandDetail.of(view, board, curves.bands(), shown));
  }

  private static @Nullable Double ageSeconds(BoardSnapshot board, Instant now) {
    Instant newest = board.newestRecordAt();
    return newest == null ? null : Duration.between(newest, now).toMillis() / 1000.0;
  }

  /**
   * What is new to one who was told this.
   *
   * @param told null for one who was told nothing
   */
  News since(@Nullable DeskState told) {
    return new News(
        told == null,
        now,
        feed,
        ageSeconds,
        eventTime,
        totals,
        told != null && told.rows.equals(rows) ? null : rows,
        trends.since(told == null ? Trends.NONE : told.trends),
        HappeningsNews.since(told == null ? null : told.happenings, happenings),
        told != null && Objects.equals(told.detail, detail) ? null : detail);
  }
}
