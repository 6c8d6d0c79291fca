package io.tocsin.deploy.detect;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/**
 * Times of a series: {@code 2015-02-26 21:42:53}, with a blank or a T, with or without a fraction
 * of a second, and with a Z or an offset where it is not UTC.
 */
final class SeriesTime {
  private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_DATE_TIME;

  private SeriesTime() {}

  /**
   * Epoch milliseconds of the time.
   *
   * @throws DateTimeException if it is none
   */
  static long parse(String text) {
    TemporalAccessor time =
        ISO.parseBest(text.replaceFirst(" ", "T"), OffsetDateTime::from, LocalDateTime::from);
    Instant instant =
        time instanceof OffsetDateTime offset
            ? offset.toInstant()
            : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    return instant.toEpochMilli();
  }
}
