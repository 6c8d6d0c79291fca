package io.tocsin.incident;

import io.tocsin.incident.SeverityJudge.Judged;
import java.time.Instant;
import java.util.stream.LongStream;

/**
 * How bad a brand's incident is over time. It rises at once; a crisis that lasts is critical, where
 * the plan says after what time; it falls when what burns has been milder for half an hour, so that
 * what goes up and down about a limit does not flutter.
 */
final class SeverityCourse {
  /** How long what burns must be milder until the incident is. */
  static final long EASES_AFTER_MILLIS = 30 * 60_000;

  private final SeverityJudge judge;
  private final long criticalAfterMillis;

  /** With the plan's limits. */
  SeverityCourse(SeverityJudge judge, long criticalAfterMillis) {
    this.judge = judge;
    this.criticalAfterMillis = criticalAfterMillis;
  }

  /** How bad it is now; writes down since when it has been a crisis, and milder. */
  Judged at(BrandBook book, Instant now) {
    Judged judged = lasting(book, judge.of(book.alight(), now), now);
    Incident incident = book.incident;
    if (incident == null || judged.severity().compareTo(incident.severity()) >= 0) {
      book.milderSinceMillis = Long.MAX_VALUE;
      return judged;
    }
    book.milderSinceMillis = Math.min(book.milderSinceMillis, now.toEpochMilli());
    return now.toEpochMilli() >= easesAtMillis(book)
        ? judged
        : new Judged(incident.severity(), judged.grounds());
  }

  /** When it may change though nothing more is told; {@link Long#MAX_VALUE} for never. */
  LongStream dues(BrandBook book) {
    Incident incident = book.incident;
    boolean grows = incident != null && incident.severity() == Severity.WARNING;
    return LongStream.of(easesAtMillis(book), grows ? criticalAtMillis(book) : Long.MAX_VALUE);
  }

  private Judged lasting(BrandBook book, Judged judged, Instant now) {
    if (judged.severity() == Severity.NOTICE) {
      return judged;
    }
    book.crisisSinceMillis = Math.min(book.crisisSinceMillis, now.toEpochMilli());
    boolean lasted = now.toEpochMilli() >= criticalAtMillis(book);
    return lasted && judged.severity() != Severity.CRITICAL
        ? new Judged(Severity.CRITICAL, judged.grounds().because(SeverityReason.LASTED))
        : judged;
  }

  private long criticalAtMillis(BrandBook book) {
    return criticalAfterMillis == 0
        ? Long.MAX_VALUE
        : after(book.crisisSinceMillis, criticalAfterMillis);
  }

  private static long easesAtMillis(BrandBook book) {
    return after(book.milderSinceMillis, EASES_AFTER_MILLIS);
  }

  /** Never stays never. */
  private static long after(long sinceMillis, long millis) {
    return sinceMillis == Long.MAX_VALUE ? Long.MAX_VALUE : sinceMillis + millis;
  }
}
