package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
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
  void isNotMisledByAFirstRowThatBeganLate() {
    Baseline baseline = new Baseline();
    Random random = new Random(SEED);
    baseline.learn(30, 0);
    for (int i = 1; i < 36; i++) {
      baseline.learn(600 + 25 * random.nextGaussian(), i * ROW);
    }

    assertThat(baseline.expected(36 * ROW)).isCloseTo(600, within(30.0));
    assertThat(baseline.dispersion).isLessThan(5);
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
  void learnsThatWeekendsAreQuiet() {
    Baseline baseline = new Baseline();
    Random random = new Random(SEED);
    long monday = 4 * DAY_ROWS;
    long row = 0;
    for (; row < monday + 5 * 7 * DAY_ROWS; row++) {
      long day = (row / DAY_ROWS + 3) % 7;
      baseline.learn((day < 5 ? 40 : 10) + random.nextGaussian(), row * ROW);
    }

    long noon = DAY_ROWS / 2;
    assertThat(baseline.expected((row + noon) * ROW)).as("on Monday").isCloseTo(40, within(4.0));
    assertThat(baseline.expected((row + 5 * DAY_ROWS + noon) * ROW))
        .as("on Saturday")
        .isCloseTo(10, within(3.0));
  }

  /** Most rows of such a watch are empty, so a row that is not teaches as much as one may. */
  @RepeatedTest(3)
  void knowsTheWeekendsOfAWatchThatIsSeldomSpokenOf(RepetitionInfo info) {
    Baseline baseline = new Baseline();
    Random random = new Random(info.getCurrentRepetition());
    long row = 4 * DAY_ROWS;
    for (; row < (4 + 12 * 7) * DAY_ROWS; row++) {
      boolean weekend = (row / DAY_ROWS + 3) % 7 >= 5;
      baseline.learn(random.nextDouble() < (weekend ? 0.02 : 0.08) ? 1 : 0, row * ROW);
    }

    String seed = "seed " + info.getCurrentRepetition();
    assertThat(ofADay(baseline, row)).as(seed + ", Monday").isBetween(14.0, 32.0);
    assertThat(ofADay(baseline, row + 5 * DAY_ROWS)).as(seed + ", Saturday").isBetween(3.0, 10.0);
  }

  private static double ofADay(Baseline baseline, long firstRow) {
    double sum = 0;
    for (long row = firstRow; row < firstRow + DAY_ROWS; row++) {
      sum += baseline.expected(row * ROW);
    }
    return sum;
  }

  @Test
  void runsStraightBetweenTheMiddlesOfTwoHours() {
    Baseline baseline = new Baseline();
    for (long row = 0; row < 20 * DAY_ROWS; row++) {
      baseline.learn(row * ROW / 3_600_000 % 24 < 12 ? 10 : 40, row * ROW);
    }

    long start = 20 * DAY_ROWS * ROW;
    double before = baseline.expected(start + 11 * 3_600_000 + 1_800_000);
    double after = baseline.expected(start + 12 * 3_600_000 + 1_800_000);
    assertThat(baseline.expected(start + 12 * 3_600_000))
        .isCloseTo((before + after) / 2, within(0.01));
  }

  @RepeatedTest(10)
  void learnsFromEmptyRowsAtOnceAsFromEach(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    Baseline each = new Baseline();
    Baseline atOnce = new Baseline();
    long row = 0;
    for (; row < 10 * DAY_ROWS + random.nextInt(2_016); row++) {
      double value = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
      each.learn(value, row * ROW);
      atOnce.learn(value, row * ROW);
    }
    int empty = 1 + random.nextInt(5_000);
    atOnce.learnEmpty(empty, row * ROW);
    for (int i = 0; i < empty; i++, row++) {
      each.learn(0, row * ROW);
    }

    String seed = "seed " + info.getCurrentRepetition() + ", " + empty + " empty rows";
    assertThat(atOnce.rows).as(seed).isEqualTo(each.rows);
    assertThat(atOnce.dispersion).as(seed).isCloseTo(each.dispersion, within(0.1));
    for (int hour = 0; hour < 168; hour++) {
      long time = (row + 12L * hour) * ROW;
      assertThat(atOnce.expected(time))
          .as(seed + ", hour %d", hour)
          .isCloseTo(each.expected(time), within(0.02 * each.expected(time) + 1e-9));
    }
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
