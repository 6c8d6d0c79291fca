package io.tocsin.deploy.desk;

import io.tocsin.feed.FeedPhase;
import io.tocsin.feed.FeedReport;
import java.util.List;

/** The feeds that stand still in event time: one channel while others run, mostly. */
final class StandstillBook {
  private static final int MOST_OPEN = 100;

  private final LatestByTime<FeedReport> open =
      new LatestByTime<>(MOST_OPEN, FeedReport::id, FeedReport::at);

  void put(FeedReport report) {
    open.remove(report.id());
    if (report.phase() == FeedPhase.STANDING_STILL) {
      open.put(report);
    }
  }

  /** The latest first. */
  List<FeedReport> open() {
    return open.newestFirst();
  }
}
