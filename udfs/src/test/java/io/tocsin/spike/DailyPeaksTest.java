package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DailyPeaksTest {
  private static final double USUAL = 1.5;
  private static final int MANY_DAYS = 4_000;

  @RepeatedTest(5)
  void findsAboutOneDayInTenOneDecadeRareWhateverTheScale(RepetitionInfo info) {
    long seed = info.getCurrentRepetition();
    for (double scale : new double[] {0.1, 0.4, 1.2}) {
      assertThat(shareAbove(1, scale, seed))
          .as("seed %d, scale %s", seed, scale)
          .isBetween(0.03, 0.2);
    }
  }

  @Test
  void growsWithTheValueWithoutEnd() {
    DailyPeaks peaks = trained(0.4, 1);

    assertThat(peaks.decades(0, 1, USUAL)).isLessThan(peaks.decades(0, 2, USUAL));
    assertThat(peaks.decades(0, 200, USUAL)).isBetween(100.0, 1_000.0);
    assertThat(peaks.decades(0, -200, USUAL)).isZero();
  }

  @Test
  void believesWhatIsUsualElsewhereWhileItIsYoung() {
    DailyPeaks young = new DailyPeaks(1);
    double before = young.decades(0, USUAL + 1, USUAL);
    day(young, USUAL + 1);

    assertThat(before).isCloseTo(1.34, within(0.01));
    assertThat(young.decades(0, USUAL + 1, USUAL)).isBetween(0.6 * before, before);
  }

  @Test
  void assumesLittleOnceItHasSeenAWeekOfPeaks() {
    Random random = new Random(3);
    DailyPeaks low = new DailyPeaks(4);
    DailyPeaks high = new DailyPeaks(4);
    double[] lowUsual = {0.8 * USUAL, 0.8 * USUAL, 0.8 * USUAL, 0.8 * USUAL};
    double[] highUsual = {1.2 * USUAL, 1.2 * USUAL, 1.2 * USUAL, 1.2 * USUAL};
    double apart = low.decades(0, 2, lowUsual[0]) - high.decades(0, 2, highUsual[0]);
    for (int day = 0; day < 8; day++) {
      for (int statistic = 0; statistic < 4; statistic++) {
        double peak = USUAL + 0.4 * random.nextGaussian();
        low.see(statistic, peak);
        high.see(statistic, peak);
      }
      low.closeDay(lowUsual);
      high.closeDay(highUsual);
    }

    assertThat(low.decades(0, 2, lowUsual[0]) - high.decades(0, 2, highUsual[0]))
        .isLessThan(0.35 * apart);
  }

  @Test
  void learnsOnlyALittleFromACrisis() {
    DailyPeaks peaks = trained(0.4, 1);
    double before = peaks.decades(0, 3, USUAL);
    day(peaks, 50);

    assertThat(peaks.decades(0, 3, USUAL)).isGreaterThan(0.7 * before);
  }

  @Test
  void learnsNothingFromADayWithoutAMention() {
    DailyPeaks peaks = trained(0.4, 1);
    float mean = peaks.means[0];
    double days = peaks.days;
    peaks.closeDay(new double[] {USUAL});

    assertThat(peaks.means[0]).isEqualTo(mean);
    assertThat(peaks.days).isEqualTo(days);
  }

  private static double shareAbove(double decades, double scale, long seed) {
    DailyPeaks peaks = trained(scale, seed);
    Random random = new Random(seed + 1);
    int above = 0;
    for (int i = 0; i < MANY_DAYS; i++) {
      double peak = gumbel(random, scale);
      above += peaks.decades(0, peak, USUAL) >= decades ? 1 : 0;
      day(peaks, peak);
    }
    return (double) above / MANY_DAYS;
  }

  private static DailyPeaks trained(double scale, long seed) {
    DailyPeaks peaks = new DailyPeaks(1);
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      day(peaks, gumbel(random, scale));
    }
    return peaks;
  }

  private static void day(DailyPeaks peaks, double peak) {
    peaks.see(0, peak - 1);
    peaks.see(0, peak);
    peaks.see(0, peak - 2);
    peaks.closeDay(new double[] {USUAL});
  }

  private static double gumbel(Random random, double scale) {
    return USUAL - scale * Math.log(-Math.log(random.nextDouble()));
  }
}
