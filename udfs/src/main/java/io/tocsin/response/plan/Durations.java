package io.tocsin.response.plan;

import org.jspecify.annotations.Nullable;

/** Durations of the file within bounds. */
final class Durations {
  private Durations() {}

  /**
   * The duration in milliseconds; the fallback where it is absent or wrong, which is then a
   * problem.
   *
   * @param shortest such as {@code 1s}
   * @param longest such as {@code 7d}
   */
  static long millis(@Nullable YamlValue value, long fallback, String shortest, String longest) {
    if (value == null) {
      return fallback;
    }
    if (value.isBareNumber()) {
      value.error(value.expected("a duration") + "; it needs a unit, as in 30s, 10m, 2h or 1d");
      return fallback;
    }
    String text = value.text(TextForm.ANY_WORD);
    return text == null ? fallback : millis(value, text, fallback, shortest, longest);
  }

  private static long millis(
      YamlValue value, String text, long fallback, String shortest, String longest) {
    try {
      long millis = DurationText.parseMillis(text);
      if (millis < DurationText.parseMillis(shortest)
          || millis > DurationText.parseMillis(longest)) {
        value.error("must be from " + shortest + " to " + longest + ": '" + text + "'");
        return fallback;
      }
      return millis;
    } catch (IllegalArgumentException e) {
      value.error(String.valueOf(e.getMessage()));
      return fallback;
    }
  }
}
