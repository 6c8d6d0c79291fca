package io.tocsin.deploy.picture;

import io.tocsin.spike.BaselineRow;
import java.util.List;

/**
 * What a picture shows.
 *
 * @param fromMillis epoch milliseconds
 * @param untilMillis epoch milliseconds, later
 */
record TimeRange(long fromMillis, long untilMillis) {
  /** From the first to the last of the rows, at least one. */
  static TimeRange of(List<BaselineRow> rows) {
    long from = rows.stream().mapToLong(row -> row.from().toEpochMilli()).min().orElse(0);
    long until = rows.stream().mapToLong(row -> row.until().toEpochMilli()).max().orElse(1);
    return new TimeRange(from, until);
  }

  /** The part that both have. */
  TimeRange within(TimeRange other) {
    return new TimeRange(
        Math.max(fromMillis, other.fromMillis), Math.min(untilMillis, other.untilMillis));
  }

  long millis() {
    return untilMillis - fromMillis;
  }

  boolean holds(long millis) {
    return millis >= fromMillis && millis <= untilMillis;
  }
}
