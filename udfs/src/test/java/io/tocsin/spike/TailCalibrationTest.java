package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class TailCalibrationTest {
  @RepeatedTest(5)
  void givesTheSameRarityWhateverTheScaleOfTheNoise(RepetitionInfo info) {
    long seed = info.getCurrentRepetition();
    double quiet = shareAbove(3, 0.2, seed);
    double loud = shareAbove(3, 0.6, seed);

    assertThat(quiet).as("seed %d", seed).isLessThan(0.004);
    assertThat(loud).as("seed %d", seed).isLessThan(0.006);
  }

  @RepeatedTest(5)
  void growsWithTheValue(RepetitionInfo info) {
    TailCalibration tail = trained(0.3, info.getCurrentRepetition());

    assertThat(tail.decades(2)).isGreaterThan(tail.decades(1.5));
    assertThat(tail.decades(-100)).isZero();
  }

  private static double shareAbove(double decades, double scale, long seed) {
    TailCalibration tail = trained(scale, seed);
    Random random = new Random(seed + 1);
    int above = 0;
    int rows = 20_000;
    for (int i = 0; i < rows; i++) {
      double value = scale * random.nextGaussian();
      above += tail.decades(value) >= decades ? 1 : 0;
      tail.learn(value);
    }
    return (double) above / rows;
  }

  private static TailCalibration trained(double scale, long seed) {
    TailCalibration tail = new TailCalibration(1);
    Random random = new Random(seed);
    for (int i = 0; i < 8_000; i++) {
      tail.learn(scale * random.nextGaussian());
    }
    return tail;
  }
}
