package io.tocsin.spike;

import io.tocsin.window.Dimension;
import io.tocsin.window.Watch;
import io.tocsin.window.WindowSums;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells of a brand's watch what its rows held and what the baseline gave them. */
final class BaselineRows {
  private static final long ROW = Baseline.ROW_MILLIS;

  private final WatchState state;
  private final BrandRules rules;

  private BaselineRows(WatchState state, BrandRules rules) {
    this.state = state;
    this.rules = rules;
  }

  /**
   * The rows that ended with the newest slide: the one that it closes, and before it, as one, those
   * through which the watch slept. Watches of parts of a brand tell nothing.
   *
   * @param state after the newest slide was judged
   * @param slideBefore start of the slide that was judged before; {@link Long#MIN_VALUE} for none
   */
  static List<BaselineRow> since(
      Watch watch, WatchState state, BrandRules rules, long slideBefore) {
    List<BaselineRow> told = new ArrayList<>();
    if (watch.dimension() != Dimension.BRAND) {
      return told;
    }
    BaselineRows rows = new BaselineRows(state, rules);
    long newest = state.sums.newestMillis;
    long slide = state.sums.slideMillis;
    if (slideBefore != Long.MIN_VALUE && rowStart(slideBefore + slide) < rowStart(newest)) {
      told.add(rows.row(watch.brand(), rowStart(slideBefore + slide), rowStart(newest)));
    }
    if ((newest + slide) % ROW == 0) {
      told.add(rows.row(watch.brand(), rowStart(newest), newest + slide));
    }
    return told;
  }

  private BaselineRow row(String brand, long from, long until) {
    WindowSums sums = state.sums.between(from, until);
    double voices = sums.voices();
    return new BaselineRow(
        brand,
        Instant.ofEpochMilli(from),
        Instant.ofEpochMilli(until),
        voices,
        rounded(usual(Signal.VOLUME, voices, from, until)),
        rounded(spread(Signal.VOLUME, voices, from, until)),
        rounded(sums.negativity()),
        rounded(usual(Signal.NEGATIVITY, voices, from, until)),
        rounded(spread(Signal.NEGATIVITY, voices, from, until)));
  }

  private double usual(Signal signal, double voices, long from, long until) {
    double sum = 0;
    for (long start = from; start < until; start += ROW) {
      double usualVoices = state.volume.baseline.expected(start);
      double factor = rules.factorAt(start + ROW);
      sum +=
          state.of(signal).baseline.expected(start)
              * EventAllowance.of(signal, factor, voices, usualVoices);
    }
    return sum;
  }

  private double spread(Signal signal, double voices, long from, long until) {
    double dispersion = state.of(signal).baseline.dispersion;
    return Math.sqrt(dispersion * usual(signal, voices, from, until));
  }

  /** Nobody needs more digits, and millions of rows are written. */
  private static double rounded(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }

  private static long rowStart(long millis) {
    return Math.floorDiv(millis, ROW) * ROW;
  }
}
