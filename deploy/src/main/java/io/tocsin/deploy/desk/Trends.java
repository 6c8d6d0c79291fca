package io.tocsin.deploy.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How brands went over the last minutes of event time, for the charts.
 *
 * @param epochSeconds event time of each point, {@link MentionTrends#POINT_SECONDS} apart
 * @param brands one a brand, sorted by brand; what they hold are the points of the latest times,
 *     and in news one may hold fewer than there are times
 */
record Trends(List<Long> epochSeconds, List<BrandTrend> brands) {
  static final Trends NONE = new Trends(List.of(), List.of());

  /**
   * One brand's points.
   *
   * @param brand the brand's key
   * @param mentionsPerSecond over {@link MentionTrends#RATE_SECONDS}; null before the brand was
   *     seen for long enough
   * @param negativePerSecond the same of negative ones
   * @param netSentiment (positive - negative) / scored over {@link
   *     MentionTrends#SENTIMENT_SECONDS}, from -1 to 1; null where nothing was scored
   */
  record BrandTrend(
      String brand,
      List<@Nullable Double> mentionsPerSecond,
      List<@Nullable Double> negativePerSecond,
      List<@Nullable Double> netSentiment) {
    private static final BrandTrend NONE = new BrandTrend("", List.of(), List.of(), List.of());

    private BrandTrend from(int first) {
      return new BrandTrend(
          brand,
          tail(mentionsPerSecond, first),
          tail(negativePerSecond, first),
          tail(netSentiment, first));
    }
  }

  /**
   * What one who was told {@code told} does not know so: of each brand the points from the first on
   * that is new or that a late series changed.
   */
  Trends since(Trends told) {
    int shift = shift(told);
    Map<String, BrandTrend> known =
        told.brands.stream().collect(Collectors.toMap(BrandTrend::brand, trend -> trend));
    int first = epochSeconds.size();
    List<BrandTrend> news = new ArrayList<>();
    for (BrandTrend trend : brands) {
      int own = firstNews(trend, known.getOrDefault(trend.brand(), BrandTrend.NONE), shift, told);
      first = Math.min(first, own);
      if (own < epochSeconds.size()) {
        news.add(trend.from(own));
      }
    }
    return new Trends(tail(epochSeconds, first), List.copyOf(news));
  }

  /** By how many points the told ones began earlier: both stand on one grid. */
  private int shift(Trends told) {
    if (epochSeconds.isEmpty() || told.epochSeconds.isEmpty()) {
      return 0;
    }
    long step = epochSeconds.get(0) - told.epochSeconds.get(0);
    return Math.toIntExact(step / MentionTrends.POINT_SECONDS);
  }

  private int firstNews(BrandTrend now, BrandTrend before, int shift, Trends told) {
    int end = Math.min(epochSeconds.size(), Math.max(0, told.epochSeconds.size() - shift));
    int first = firstNews(now.mentionsPerSecond(), before.mentionsPerSecond(), shift, end);
    first = firstNews(now.negativePerSecond(), before.negativePerSecond(), shift, first);
    return firstNews(now.netSentiment(), before.netSentiment(), shift, first);
  }

  private static int firstNews(
      List<@Nullable Double> now, List<@Nullable Double> before, int shift, int end) {
    for (int i = 0; i < Math.min(end, now.size()); i++) {
      int old = i + shift;
      boolean held = old >= 0 && old < before.size();
      if (!held || !Objects.equals(now.get(i), before.get(old))) {
        return i;
      }
    }
    return end;
  }

  private static <T extends @Nullable Object> List<T> tail(List<T> all, int from) {
    return all.subList(from, all.size());
  }
}
