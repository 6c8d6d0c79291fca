package io.tocsin.deploy.cli;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 90s}, {@code 5m}, {@code 2h}, {@code 1h30m}, {@code 500ms}, {@code 1d}. */
public final class DurationConverter implements ITypeConverter<Duration> {
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);

  /** At most nine digits, so that no sum overflows. */
  private static final String PART = "(\\d{1,9})(ms|s|m|h|d)";

  private static final Pattern PARTS = Pattern.compile(PART);
  private static final Pattern WHOLE = Pattern.compile("(?:" + PART + ")+");

  @Override
  public Duration convert(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no duration: write it like 90s, 5m, 2h or 1h30m");
    }
    Duration sum = Duration.ZERO;
    Matcher part = PARTS.matcher(text);
    while (part.find()) {
      sum = sum.plus(Long.parseLong(part.group(1)), UNITS.get(part.group(2)));
    }
    return sum;
  }
}
