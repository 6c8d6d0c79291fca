package io.tocsin.deploy.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the brands went over the last minutes of event time, for the charts.
 *
 * @param epochSeconds event time of each point, {@link MentionTrends#POINT_SECONDS} apart
 * @param brands one a brand, sorted by brand
 */
record Trends(List<Long> epochSeconds, List<BrandTrend> brands) {
  static final Trends NONE = new Trends(List.of(), List.of());

  /**
   * One brand's points.
   *
   * @param brand the brand's key
   * @param mentionsPerSecond over {@link MentionTrends#RATE_SECONDS}; null before the brand was
   *     seen for long enough
   * @param netSentiment (positive - negative) / scored over {@link
   *     MentionTrends#SENTIMENT_SECONDS}, from -1 to 1; null where nothing was scored
   */
  record BrandTrend(
      String brand,
      List<@Nullable Double> mentionsPerSecond,
      List<@Nullable Double> netSentiment) {}

  /** The points after this second of event time. */
  Trends after(long epochSecond) {
    int first = 0;
    while (first < epochSeconds.size() && epochSeconds.get(first) <= epochSecond) {
      first++;
    }
    int from = first;
    return new Trends(
        epochSeconds.subList(from, epochSeconds.size()),
        brands.stream().map(brand -> tail(brand, from)).toList());
  }

  private static BrandTrend tail(BrandTrend trend, int from) {
    return new BrandTrend(
        trend.brand(),
        trend.mentionsPerSecond().subList(from, trend.mentionsPerSecond().size()),
        trend.netSentiment().subList(from, trend.netSentiment().size()));
  }

  /** Event time of the last point; 0 where there is none. */
  long lastEpochSecond() {
    return epochSeconds.isEmpty() ? 0 : epochSeconds.get(epochSeconds.size() - 1);
  }
}
