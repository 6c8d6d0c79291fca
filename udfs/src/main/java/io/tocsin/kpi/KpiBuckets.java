package io.tocsin.kpi;

import java.util.List;

/** Upper bounds of histograms, in seconds, ascending; beyond the last lies the rest. */
final class KpiBuckets {
  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;

  /** How long a crisis burns until something happens. */
  static final List<Double> ALARM =
      List.of(
          10.0,
          20.0,
          30.0,
          MINUTE,
          2 * MINUTE,
          5 * MINUTE,
          10 * MINUTE,
          15 * MINUTE,
          30 * MINUTE,
          HOUR,
          4 * HOUR);

  /**
   * How long an author waits. 75 minutes are what the best teams reach; after 72 hours a mention
   * counts as unanswered.
   */
  static final List<Double> RESPONSE =
      List.of(
          MINUTE,
          5 * MINUTE,
          15 * MINUTE,
          30 * MINUTE,
          HOUR,
          75 * MINUTE,
          2 * HOUR,
          4 * HOUR,
          8 * HOUR,
          24 * HOUR,
          72 * HOUR);

  private KpiBuckets() {}
}
