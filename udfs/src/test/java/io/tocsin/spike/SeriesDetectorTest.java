package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Golden series: made by seed, with what a person would mark in them. */
class SeriesDetectorTest {
  private static final long ROW = Baseline.ROW_MILLIS;
  private static final int DAY = Baseline.DAY_ROWS;
  private static final int HOUR = 12;
  private static final int WEEKS = 8 * 7 * DAY;

  private final SeriesDetector detector = new SeriesDetector(ROW);

  @RepeatedTest(5)
  void raisesRarelyInEightWeeksOfOrdinaryUpsAndDowns(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());

    assertThat(alarms(ordinary(random, 15)))
        .as("seed %d", info.getCurrentRepetition())
        .hasSizeLessThanOrEqualTo(2);
  }

  @RepeatedTest(5)
  void raisesOnceForEachEventAndSoon(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    double[] series = ordinary(random, 15);
    int burst = 20 * DAY + 100;
    int swell = 40 * DAY + 60;
    IntStream.range(burst, burst + 6).forEach(row -> series[row] += 400);
    IntStream.range(swell, swell + 5 * HOUR)
        .forEach(row -> series[row] *= 1 + 5.0 * Math.min(1, (row - swell) / (2.0 * HOUR)));

    List<Integer> alarms = alarms(series);

    String seed = "seed " + info.getCurrentRepetition() + ": " + alarms;
    assertThat(alarms.stream().filter(row -> row >= burst && row < burst + DAY))
        .as(seed)
        .singleElement()
        .satisfies(row -> assertThat(row).isLessThanOrEqualTo(burst + 2));
    assertThat(alarms.stream().filter(row -> row >= swell && row < swell + DAY))
        .as(seed)
        .singleElement()
        .satisfies(row -> assertThat(row).isLessThanOrEqualTo(swell + 2 * HOUR));
  }

  @RepeatedTest(5)
  void judgesACornerShopAndATelecomAlike(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    for (double level : new double[] {1, 300}) {
      double[] series = ordinary(random, level);
      int burst = 30 * DAY + 150;
      IntStream.range(burst, burst + HOUR).forEach(row -> series[row] += 12 * level + 5);

      assertThat(alarms(new SeriesDetector(ROW), series))
          .as("seed %d, level %s", info.getCurrentRepetition(), level)
          .anyMatch(row -> row >= burst && row < burst + HOUR)
          .hasSizeLessThanOrEqualTo(4);
    }
  }

  @Test
  void saysNothingInItsFirstDayAndNothingFromAHandfulOfPosts() {
    double[] first = new double[DAY - 1];
    first[200] = 5_000;
    double[] handful = new double[30 * DAY];
    IntStream.range(0, handful.length / 40).forEach(i -> handful[40 * i] = 1);
    IntStream.range(20 * DAY, 20 * DAY + 3).forEach(row -> handful[row] = 3);

    assertThat(alarms(first)).isEmpty();
    assertThat(alarms(new SeriesDetector(ROW), handful)).isEmpty();
  }

  @RepeatedTest(3)
  void staysCalmWhenTheClocksChange(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    double[] series = ordinary(random, 15);
    int change = 30 * DAY;
    double[] shifted = new double[WEEKS - HOUR];
    System.arraycopy(series, 0, shifted, 0, change);
    System.arraycopy(series, change + HOUR, shifted, change, WEEKS - HOUR - change);

    List<Integer> alarms = alarms(shifted);

    assertThat(alarms.stream().filter(row -> row >= change && row < change + 7 * DAY))
        .as("seed %d: %s", info.getCurrentRepetition(), alarms)
        .isEmpty();
  }

  @Test
  void scoresAreTheSameEveryTime() {
    double[] series = ordinary(new Random(5), 15);
    series[21 * DAY] = 300;
    SeriesDetector one = new SeriesDetector(ROW);
    SeriesDetector other = new SeriesDetector(ROW);
    for (int row = 0; row < 22 * DAY; row++) {
      double score = one.next(row * ROW, Math.round(series[row]));
      assertThat(other.next(row * ROW, Math.round(series[row]))).isEqualTo(score);
      if (row == 21 * DAY) {
        assertThat(score).isCloseTo(0.9, within(0.25));
      }
    }
  }

  @Test
  void refusesAStepThatDoesNotDivideARow() {
    assertThatThrownBy(() -> new SeriesDetector(420_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("420000");
  }

  private List<Integer> alarms(double[] series) {
    return alarms(detector, series);
  }

  private static List<Integer> alarms(SeriesDetector detector, double[] series) {
    List<Integer> alarms = new ArrayList<>();
    for (int row = 0; row < series.length; row++) {
      if (detector.next(row * ROW, Math.round(series[row])) >= detector.threshold()) {
        alarms.add(row);
      }
    }
    return alarms;
  }

  /** Days and nights, working days and weekends, and counts burstier than Poisson. */
  private static double[] ordinary(Random random, double level) {
    double[] series = new double[WEEKS];
    for (int row = 0; row < WEEKS; row++) {
      double hour = 1 + 0.6 * Math.sin(2 * Math.PI * row / DAY);
      double day = (row / DAY + 3) % 7 < 5 ? 1.1 : 0.7;
      double mean = level * hour * day * Math.exp(0.2 * random.nextGaussian());
      series[row] = Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    return series;
  }
}
