package io.tocsin.response.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Days and hours of the file; null where one is absent or none, which is then a problem. */
final class WallTimes {
  private WallTimes() {}

  static @Nullable LocalTime time(@Nullable YamlValue value) {
    String text = value == null ? null : value.text(TextForm.ANY_WORD);
    return read(value, text, LocalTime::parse, "no time of day like 09:00");
  }

  static @Nullable LocalDate date(@Nullable YamlValue value) {
    return read(value, dateText(value), LocalDate::parse, "no date like 2026-12-25");
  }

  static @Nullable LocalDateTime dateTime(@Nullable YamlValue value) {
    return read(
        value, dateText(value), LocalDateTime::parse, "no date and time like 2026-01-05T09:00");
  }

  private static @Nullable String dateText(@Nullable YamlValue value) {
    return value == null ? null : value.dateText();
  }

  private static <T> @Nullable T read(
      @Nullable YamlValue value, @Nullable String text, Function<String, T> parse, String fault) {
    if (value == null || text == null) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (DateTimeException e) {
      value.error(fault + ": " + OneLine.quote(text));
      return null;
    }
  }
}
