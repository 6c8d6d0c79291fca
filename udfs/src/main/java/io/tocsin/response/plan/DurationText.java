package io.tocsin.response.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them: a whole number and one unit, {@code 30s}, {@code 10m}, {@code
 * 2h}, {@code 1d}.
 */
public final class DurationText {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([smhd])");

  private DurationText() {}

  /**
   * The duration in milliseconds, from 0.
   *
   * @throws IllegalArgumentException if the text is no such duration; the message names it
   */
  public static long parseMillis(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "not a duration like 30s, 10m, 2h or 1d: " + OneLine.quote(text));
    }
    return Long.parseLong(matcher.group(1)) * unitMillis(matcher.group(2));
  }

  private static long unitMillis(String unit) {
    return switch (unit) {
      case "s" -> 1_000L;
      case "m" -> 60_000L;
      case "h" -> 3_600_000L;
      default -> 86_400_000L;
    };
  }
}
