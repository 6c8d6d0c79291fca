package io.tocsin.response.plan;

import io.tocsin.incident.SeverityPolicy;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** From where on a crisis is a warning, and from where on it is critical. */
final class SeverityReader {
  static final SeverityPolicy DEFAULT =
      new SeverityPolicy(30, 5_000_000, 600_000, 10, Integer.MAX_VALUE);

  private static final BigDecimal HIGHEST_SCORE = BigDecimal.valueOf(1_000_000);

  /** More people than there are. */
  private static final BigDecimal HIGHEST_REACH = BigDecimal.valueOf(1_000_000_000_000L);

  private static final BigDecimal MOST_LOCATIONS = BigDecimal.valueOf(1_000_000);

  private final int locations;

  /**
   * Reads one brand's limits.
   *
   * @param locations how many the brand has
   */
  SeverityReader(int locations) {
    this.locations = locations;
  }

  SeverityPolicy read(
      @Nullable YamlValue warning, @Nullable YamlValue critical, long standDownMillis) {
    BigDecimal warningLocations = null;
    if (warning != null) {
      warningLocations = locations(warning.fields("locations"));
    }
    BigDecimal score = null;
    BigDecimal reach = null;
    BigDecimal criticalLocations = null;
    if (critical != null) {
      YamlFields fields = critical.fields("score", "reach", "locations");
      score = number(fields.optional("score"), HIGHEST_SCORE);
      reach = wholeNumber(fields.optional("reach"), "people", HIGHEST_REACH);
      criticalLocations = locations(fields);
    }
    return new SeverityPolicy(
        score == null ? DEFAULT.criticalScore() : score.doubleValue(),
        reach == null ? DEFAULT.criticalReach() : reach.longValue(),
        standDownMillis,
        warningLocations == null ? DEFAULT.warningLocations() : warningLocations.intValue(),
        criticalLocations == null ? DEFAULT.criticalLocations() : criticalLocations.intValue());
  }

  private @Nullable BigDecimal locations(YamlFields fields) {
    YamlValue value = fields.optional("locations");
    BigDecimal number = wholeNumber(value, "locations", MOST_LOCATIONS);
    if (value == null || number == null) {
      return null;
    }
    if (number.signum() == 0) {
      value.error("must be at least 1");
    } else if (number.compareTo(BigDecimal.valueOf(locations)) > 0) {
      value.warning("is never reached: the brand has " + locations + " locations");
    }
    return number;
  }

  private static @Nullable BigDecimal wholeNumber(
      @Nullable YamlValue value, String of, BigDecimal highest) {
    BigDecimal number = number(value, highest);
    if (value != null && number != null && number.stripTrailingZeros().scale() > 0) {
      value.error("is not a whole number of " + of + ": " + number.toPlainString());
    }
    return number;
  }

  private static @Nullable BigDecimal number(@Nullable YamlValue value, BigDecimal highest) {
    BigDecimal number = value == null ? null : value.number();
    if (value == null || number == null) {
      return null;
    }
    if (number.signum() < 0) {
      value.error("is negative: " + number.toPlainString());
    } else if (number.compareTo(highest) > 0) {
      value.error("is more than " + highest.toPlainString() + ": " + number.toPlainString());
    }
    return number;
  }
}
