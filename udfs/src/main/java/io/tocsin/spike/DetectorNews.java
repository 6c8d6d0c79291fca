package io.tocsin.spike;

import io.tocsin.feed.FeedReport;
import org.jspecify.annotations.Nullable;

/**
 * What every subtask of detection must hear: exactly one of the two is set.
 *
 * @param report of the feed
 * @param plan that is in force from now on
 */
public record DetectorNews(@Nullable FeedReport report, @Nullable DetectionPlan plan) {
  /** News of the feed. */
  public static DetectorNews of(FeedReport report) {
    return new DetectorNews(report, null);
  }

  /** News of the plan. */
  public static DetectorNews of(DetectionPlan plan) {
    return new DetectorNews(null, plan);
  }
}
