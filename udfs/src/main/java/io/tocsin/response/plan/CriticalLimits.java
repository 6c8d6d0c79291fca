package io.tocsin.response.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * From where on a crisis is critical.
 *
 * @param score rarity in decades, from 0
 * @param reach people, from 0
 */
record CriticalLimits(double score, long reach) {
  static final CriticalLimits DEFAULT = new CriticalLimits(30, 5_000_000);

  private static final BigDecimal HIGHEST_SCORE = BigDecimal.valueOf(1_000_000);

  /** More people than there are. */
  private static final BigDecimal HIGHEST_REACH = BigDecimal.valueOf(1_000_000_000_000L);

  static CriticalLimits read(@Nullable YamlValue value) {
    if (value == null) {
      return DEFAULT;
    }
    YamlFields fields = value.fields("score", "reach");
    BigDecimal score = number(fields.optional("score"), HIGHEST_SCORE);
    BigDecimal reach = wholeNumber(fields.optional("reach"));
    return new CriticalLimits(
        score == null ? DEFAULT.score : score.doubleValue(),
        reach == null ? DEFAULT.reach : reach.longValue());
  }

  private static @Nullable BigDecimal wholeNumber(@Nullable YamlValue value) {
    BigDecimal number = number(value, HIGHEST_REACH);
    if (value != null && number != null && number.stripTrailingZeros().scale() > 0) {
      value.error("is not a whole number of people: " + number.toPlainString());
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
