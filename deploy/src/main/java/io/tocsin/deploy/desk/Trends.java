package io.tocsin.deploy.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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

  /**
   * The points from the first on that one who was told {@code told} does not know so: new ones, and
   * those that a late series changed.
   */
  Trends since(Trends told) {
    int first = firstNews(told);
    return new Trends(
        tail(epochSeconds, first),
        brands.stream()
            .map(
                trend ->
                    new BrandTrend(
                        trend.brand(),
                        tail(trend.mentionsPerSecond(), first),
                        tail(trend.netSentiment(), first)))
            .toList());
  }

  private int firstNews(Trends told) {
    if (epochSeconds.isEmpty() || told.epochSeconds.isEmpty()) {
      return 0;
    }
    // Both stand on one grid, so that a point is found by its distance.
    long step = epochSeconds.get(0) - told.epochSeconds.get(0);
    int shift = Math.toIntExact(step / MentionTrends.POINT_SECONDS);
    Map<String, BrandTrend> known =
        told.brands.stream().collect(Collectors.toMap(BrandTrend::brand, trend -> trend));
    int first = Math.max(0, told.epochSeconds.size() - shift);
    for (BrandTrend trend : brands) {
      BrandTrend before =
          known.getOrDefault(trend.brand(), new BrandTrend("", List.of(), List.of()));
      first = firstNews(trend.mentionsPerSecond(), before.mentionsPerSecond(), shift, first);
      first = firstNews(trend.netSentiment(), before.netSentiment(), shift, first);
    }
    return Math.min(first, epochSeconds.size());
  }

  private static int firstNews(
      List<@Nullable Double> now, List<@Nullable Double> before, int shift, int end) {
    for (int i = 0; i < Math.min(end, now.size()); i++) {
      int old = i + shift;
      Double known = old >= 0 && old < before.size() ? before.get(old) : null;
      if (!Objects.equals(now.get(i), known)) {
        return i;
      }
    }
    return end;
  }

  private static <T extends @Nullable Object> List<T> tail(List<T> all, int from) {
    return all.subList(from, all.size());
  }
}
