package io.tocsin.deploy.desk;

import io.tocsin.deploy.desk.Trends.BrandTrend;
import io.tocsin.kpi.Kpi;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the cumulative mention counters into rates. Each record of a series adds what the counter
 * grew by to the second of its own event time, so that it does not matter in which order the series
 * of one brand arrive, nor that a transaction brings many seconds at once.
 *
 * <p>Curves are made for those brands that somebody looks at, when they are asked for. Safe for use
 * by many threads.
 */
final class MentionTrends {
  /** Event time between two points. */
  static final int POINT_SECONDS = 2;

  /** The span over which mentions a second are averaged. */
  static final int RATE_SECONDS = 20;

  /** The span over which sentiment is averaged: longer, as a share needs more mentions. */
  static final int SENTIMENT_SECONDS = 60;

  /** How far back the charts reach. */
  static final int HISTORY_SECONDS = 600;

  /** A rate over less than this is noise. */
  private static final int SHORTEST_RATE_SECONDS = 4;

  /** Sums are large, so a brand has them once it is spoken of while the desk reads. */
  private static final class Brand {
    final long firstSecond;
    @Nullable SecondSums sums;

    Brand(long firstSecond) {
      this.firstSecond = firstSecond;
    }

    void add(long second, double growth, String sentiment) {
      if (sums == null) {
        sums = new SecondSums();
      }
      sums.add(second, growth, sentiment);
    }

    RunningSums since(long from, long to) {
      return sums == null ? new RunningSums(from, to) : sums.since(from, to);
    }
  }

  private final Map<String, Brand> brands = new TreeMap<>();

  /**
   * Takes the next value of a series of {@code mentions_total}.
   *
   * @param previous the series' value before; null where this is the first one seen
   * @param sinceStart whether a series that is seen first began at zero just now, rather than
   *     before the desk read it
   */
  synchronized void add(Kpi kpi, @Nullable Kpi previous, boolean sinceStart) {
    long second = kpi.at().getEpochSecond();
    Brand brand = brands.computeIfAbsent(label(kpi, "brand"), name -> new Brand(second));
    double growth = growth(kpi.value(), previous, sinceStart);
    if (growth > 0) {
      brand.add(second, growth, label(kpi, "sentiment").toLowerCase(Locale.ROOT));
    }
  }

  /** A counter that fell began again at zero. */
  private static double growth(double value, @Nullable Kpi previous, boolean sinceStart) {
    if (previous == null) {
      return sinceStart ? value : 0;
    }
    return value < previous.value() ? value : value - previous.value();
  }

  private static String label(Kpi kpi, String name) {
    return kpi.labels().getOrDefault(name, "");
  }

  /** How every brand goes at this second of event time, sorted by brand. */
  synchronized List<BrandHeat> heats(long epochSecond) {
    long last = onGrid(epochSecond);
    List<BrandHeat> heats = new ArrayList<>(brands.size());
    brands.forEach((name, brand) -> heats.add(heat(name, brand, last)));
    return List.copyOf(heats);
  }

  private static BrandHeat heat(String name, Brand brand, long at) {
    if (brand.sums == null) {
      return new BrandHeat(name, 0, 0);
    }
    RunningSums sums = brand.since(at - SENTIMENT_SECONDS, at);
    return new BrandHeat(
        name,
        rounded(sums.mentions(at - RATE_SECONDS, at) / RATE_SECONDS),
        rounded(sums.negative(at - SENTIMENT_SECONDS, at) / SENTIMENT_SECONDS));
  }

  /**
   * The points of some brands up to this second of event time, from {@link #HISTORY_SECONDS} before
   * it or the first record of any of them. Brands that nothing is known of are left out.
   */
  synchronized Trends upTo(long epochSecond, Collection<String> names) {
    Map<String, Brand> asked = new TreeMap<>(brands);
    asked.keySet().retainAll(names);
    long seen = asked.values().stream().mapToLong(b -> b.firstSecond).min().orElse(epochSecond);
    long last = onGrid(epochSecond);
    long first = Math.max(last - HISTORY_SECONDS, onGrid(seen)) + POINT_SECONDS;
    List<Long> times =
        LongStream.iterate(first, at -> at <= last, at -> at + POINT_SECONDS).boxed().toList();
    List<BrandTrend> trends = new ArrayList<>(asked.size());
    asked.forEach((name, brand) -> trends.add(trend(name, brand, times)));
    return new Trends(times, List.copyOf(trends));
  }

  private static long onGrid(long epochSecond) {
    return epochSecond - Math.floorMod(epochSecond, (long) POINT_SECONDS);
  }

  private static BrandTrend trend(String name, Brand brand, List<Long> times) {
    if (times.isEmpty()) {
      return new BrandTrend(name, List.of(), List.of(), List.of());
    }
    long last = times.get(times.size() - 1);
    RunningSums sums = brand.since(times.get(0) - SENTIMENT_SECONDS, last);
    return new BrandTrend(
        name,
        points(times, at -> rate(brand, at, sums.mentions(at - span(brand, at), at))),
        points(times, at -> rate(brand, at, sums.negative(at - span(brand, at), at))),
        points(times, at -> share(sums.netSentiment(at - SENTIMENT_SECONDS, at))));
  }

  private static List<@Nullable Double> points(
      List<Long> times, LongFunction<@Nullable Double> point) {
    List<@Nullable Double> points = new ArrayList<>(times.size());
    for (long at : times) {
      points.add(point.apply(at));
    }
    return points;
  }

  private static long span(Brand brand, long at) {
    return Math.max(0, Math.min(RATE_SECONDS, at - brand.firstSecond));
  }

  private static @Nullable Double rate(Brand brand, long at, double count) {
    long span = span(brand, at);
    return span < SHORTEST_RATE_SECONDS ? null : (Double) rounded(count / span);
  }

  private static @Nullable Double share(double share) {
    return Double.isFinite(share) ? (Double) rounded(share) : null;
  }

  /** Three digits are finer than a screen shows and keep the page's traffic small. */
  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
