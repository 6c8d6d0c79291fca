package io.tocsin.deploy.desk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Learns how often records come and says when they should have come long since: after 15 s, or
 * after twelve times the usual time between two records where that is longer. Twelve records that
 * come by chance are all left out six times in a million.
 */
final class FirehosePace {
  private static final double LEAST_SECONDS = 15;
  private static final double RECORDS_MISSED = 12;
  private static final double HALF_LIFE_SECONDS = 600;

  /** Before a single record was seen to come, the pace is not known. */
  private static final double UNKNOWN_SECONDS = 300;

  private long records = -1;
  private @Nullable Instant lastAt;
  private double seen;
  private double seconds;

  /**
   * Looks at how many records there are.
   *
   * @param total records ever written, which does not fall but when the topic is made anew
   */
  Firehose look(long total, Instant now) {
    if (records < 0 || total < records) {
      lastAt = total > 0 ? now : null;
    } else if (total > records) {
      learn(total - records, lastAt == null ? 0 : secondsSince(lastAt, now));
      lastAt = now;
    }
    records = total;
    return new Firehose(lastAt, lastAt != null && secondsSince(lastAt, now) >= patience());
  }

  private void learn(long came, double after) {
    double kept = Math.pow(2, -after / HALF_LIFE_SECONDS);
    seen = seen * kept + came;
    seconds = seconds * kept + after;
  }

  private double patience() {
    return seen == 0 ? UNKNOWN_SECONDS : Math.max(LEAST_SECONDS, RECORDS_MISSED * seconds / seen);
  }

  private static double secondsSince(Instant then, Instant now) {
    return Duration.between(then, now).toMillis() / 1000.0;
  }
}
