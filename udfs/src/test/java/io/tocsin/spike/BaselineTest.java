package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final long ROW = 300_000;
  private static final long DAY_ROWS = 288;
  private static final long SEED = 7;

  @Test
  void learnsTheLevelFromAFewRows() {
    Baseline baseline = new Baseline();
    for (int i = 0; i < 12; i++) {
      baseline.learn(20, i * ROW);
    }

    assertThat(baseline.expected(12 * ROW)).isCloseTo(20, within(0.5));
  }

  @Test
  void learnsTheHoursOfTheDay() {
    Baseline baseline = new Baseline();
    Random random = new Random(SEED);
    long row = 0;
    for (; row < 20 * DAY_ROWS; row++) {
      boolean night = row * ROW / 3_600_000 % 24 < 6;
      baseline.learn((night ? 5 : 40) + random.nextGaussian(), row * ROW);
    }

    assertThat(baseline.expected(row * ROW + 3_600_000))
        .as("at one at night")
        .isCloseTo(5, within(2.0));
    assertThat(baseline.expected(row * ROW + 12 * 3_600_000))
        .as("at noon")
        .isCloseTo(40, within(4.0));
  }

  @Test
  void isNotTaughtByACrisis() {
    Baseline baseline = new Baseline();
    Random random = new Random(SEED);
    long row = 0;
    for (; row < 10 * DAY_ROWS; row++) {
      baseline.learn(Math.max(0, 20 + 4 * random.nextGaussian()), row * ROW);
    }
    double before = baseline.expected(row * ROW);
    for (int i = 0; i < 12; i++, row++) {
      baseline.learn(600, row * ROW);
    }

    assertThat(baseline.expected(row * ROW)).isLessThan(1.5 * before);
  }
}
