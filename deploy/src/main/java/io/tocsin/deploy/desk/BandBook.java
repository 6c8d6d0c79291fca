package io.tocsin.deploy.desk;

import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.spike.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the detector held every brand against at its latest looks. A look comes as three records at
 * most: a figure that did not change is not written again. Safe for use by many threads.
 */
final class BandBook {
  /** As many looks as the charts reach back, one in ten seconds. */
  static final int MOST_LOOKS = MentionTrends.HISTORY_SECONDS / 10 + 1;

  private static final TreeMap<Instant, BandPoint> NONE = new TreeMap<>();

  private final Map<String, TreeMap<Instant, BandPoint>> bands = new HashMap<>();

  /** Takes the record if it is of a look. */
  synchronized void put(Kpi kpi) {
    switch (kpi.metric()) {
      case SIGNAL_OBSERVED, SIGNAL_EXPECTED, SIGNAL_UPPER_BOUND -> add(kpi);
      default -> {}
    }
  }

  private void add(Kpi kpi) {
    String key =
        key(kpi.labels().getOrDefault("brand", ""), kpi.labels().getOrDefault("signal", ""));
    TreeMap<Instant, BandPoint> band = bands.computeIfAbsent(key, name -> new TreeMap<>());
    band.merge(kpi.at(), point(kpi), BandBook::both);
    if (band.size() > MOST_LOOKS) {
      band.pollFirstEntry();
    }
  }

  private static BandPoint point(Kpi kpi) {
    return new BandPoint(
        kpi.at(),
        of(kpi, KpiMetric.SIGNAL_OBSERVED),
        of(kpi, KpiMetric.SIGNAL_EXPECTED),
        of(kpi, KpiMetric.SIGNAL_UPPER_BOUND));
  }

  private static @Nullable Double of(Kpi kpi, KpiMetric metric) {
    return kpi.metric() == metric ? (Double) kpi.value() : null;
  }

  private static BandPoint both(BandPoint held, BandPoint more) {
    return new BandPoint(
        more.at(),
        more.observed() == null ? held.observed() : more.observed(),
        more.expected() == null ? held.expected() : more.expected(),
        more.upperBound() == null ? held.upperBound() : more.upperBound());
  }

  /** The latest looks at a signal of a brand, the oldest first. */
  synchronized List<BandPoint> of(String brand, Signal signal) {
    TreeMap<Instant, BandPoint> band = bands.getOrDefault(key(brand, signal.name()), NONE);
    List<BandPoint> points = new ArrayList<>(band.size());
    for (BandPoint point : band.values()) {
      points.add(points.isEmpty() ? point : both(points.get(points.size() - 1), point));
    }
    return List.copyOf(points);
  }

  private static String key(String brand, String signal) {
    return brand + "/" + signal.toLowerCase(Locale.ROOT);
  }
}
