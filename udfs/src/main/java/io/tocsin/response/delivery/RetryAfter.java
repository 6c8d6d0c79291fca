package io.tocsin.response.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * How long a receiver asks us to wait: seconds, or a date (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, section 10.2.3</a>).
 */
final class RetryAfter {
  private static final int MAX_DIGITS = 9;

  private RetryAfter() {}

  /**
   * The wait in milliseconds, from 0; also 0 for what is neither seconds nor a date.
   *
   * @param value of the header
   * @param now what a date is counted from
   */
  static long millis(String value, Instant now) {
    String text = value.strip();
    return text.matches("[0-9]{1," + MAX_DIGITS + "}")
        ? Duration.ofSeconds(Long.parseLong(text)).toMillis()
        : millisUntil(text, now);
  }

  private static long millisUntil(String date, Instant now) {
    try {
      Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Math.max(0, Duration.between(now, then).toMillis());
    } catch (DateTimeParseException e) {
      return 0;
    }
  }
}
