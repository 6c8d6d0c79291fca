package io.tocsin.jobs.config;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: a whole number and one unit, {@code 500ms} to {@code 1d}. */
final class DurationForm {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9}) ?(ms|s|m|h|d)");

  private DurationForm() {}

  /** The duration in milliseconds; nothing if the text is none. */
  static OptionalLong millis(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)) * unitMillis(matcher.group(2)))
        : OptionalLong.empty();
  }

  private static long unitMillis(String unit) {
    return switch (unit) {
      case "ms" -> 1L;
      case "s" -> 1_000L;
      case "m" -> 60_000L;
      case "h" -> 3_600_000L;
      default -> 86_400_000L;
    };
  }
}
