package io.tocsin.mention;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Reads ISO-8601 times. The form that networks send, {@code 2026-03-01T12:34:56.789Z}, is read by
 * hand, since {@link java.time.format.DateTimeFormatter} alone would cost as much as the rest of a
 * mention; every other form is left to {@link OffsetDateTime#parse(CharSequence)}.
 */
final class IsoTime {
  private static final int UNUSUAL = -1;
  private static final int SECONDS_LENGTH = "2026-03-01T12:34:56".length();

  private IsoTime() {}

  /**
   * Epoch milliseconds of a time with its offset; finer fractions are cut off.
   *
   * @throws DateTimeException if the text is not such a time
   * @throws ArithmeticException if its year is too far away for milliseconds
   */
  static long parseMillis(String text) {
    int millis = millisOfSecond(text);
    int seconds = millis == UNUSUAL ? UNUSUAL : secondOfDay(text);
    int year = seconds == UNUSUAL ? UNUSUAL : number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    if (year == UNUSUAL || month == UNUSUAL || day == UNUSUAL) {
      return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    }
    return LocalDate.of(year, month, day).toEpochDay() * 86_400_000L + seconds * 1_000L + millis;
  }

  /** Checks the separators up to the seconds; unusual too if hour, minute or second is. */
  private static int secondOfDay(String text) {
    if (text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return UNUSUAL;
    }
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, SECONDS_LENGTH);
    boolean usual =
        hour != UNUSUAL
            && minute != UNUSUAL
            && second != UNUSUAL
            && hour < 24
            && minute < 60
            && second < 60;
    return usual ? (hour * 60 + minute) * 60 + second : UNUSUAL;
  }

  /** Milliseconds of 'Z', '.7Z', '.789Z' or '.789012Z' after the seconds. */
  private static int millisOfSecond(String text) {
    int last = text.length() - 1;
    if (last < SECONDS_LENGTH || text.charAt(last) != 'Z') {
      return UNUSUAL;
    }
    if (last == SECONDS_LENGTH) {
      return 0;
    }
    int digits = last - SECONDS_LENGTH - 1;
    if (text.charAt(SECONDS_LENGTH) != '.' || digits < 1 || digits > 9) {
      return UNUSUAL;
    }
    int fraction = number(text, SECONDS_LENGTH + 1, last);
    for (int i = digits; i < 3 && fraction != UNUSUAL; i++) {
      fraction *= 10;
    }
    for (int i = digits; i > 3 && fraction != UNUSUAL; i--) {
      fraction /= 10;
    }
    return fraction;
  }

  private static int number(String text, int begin, int end) {
    int value = 0;
    for (int i = begin; i < end; i++) {
      int digit = i < text.length() ? text.charAt(i) - '0' : UNUSUAL;
      if (digit < 0 || digit > 9) {
        return UNUSUAL;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
