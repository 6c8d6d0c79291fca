package io.tocsin.deploy.firehose.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RhythmTest {
  private static final long HOUR = TimeUnit.HOURS.toMillis(1);

  @Test
  void keepsItsMeanOverTheDay() {
    for (Rhythm rhythm : new Rhythm[] {Rhythm.ALL_DAY, Rhythm.OFFICE, Rhythm.EVENING}) {
      double mean =
          LongStream.range(0, 24 * 60)
              .mapToDouble(minute -> rhythm.factor(TimeUnit.MINUTES.toMillis(minute)))
              .average()
              .orElseThrow();

      assertThat(mean).isCloseTo(1, within(0.001));
    }
  }

  @Test
  void goesAlongALineFromHourToHourAndOverMidnight() {
    double[] weights = new double[24];
    weights[23] = 12;
    weights[0] = 12;
    Rhythm rhythm = new Rhythm(weights);

    assertThat(rhythm.factor(22 * HOUR + HOUR / 4)).isCloseTo(3, within(1e-9));
    assertThat(rhythm.factor(23 * HOUR + HOUR / 2)).isCloseTo(12, within(1e-9));
    assertThat(rhythm.factor(-HOUR / 2)).isCloseTo(12, within(1e-9));
  }

  @Test
  void refusesADayOfAnotherLength() {
    assertThatThrownBy(() -> new Rhythm(1, 2, 3)).hasMessageContaining("[1.0, 2.0, 3.0]");
  }

  @Test
  void risesHoldsAndFades() {
    Envelope envelope = new Envelope(100, 10, 20, 200);

    assertThat(envelope.level(99)).isZero();
    assertThat(envelope.level(105)).isEqualTo(0.5);
    assertThat(envelope.level(150)).isEqualTo(1);
    assertThat(envelope.level(190)).isEqualTo(0.5);
    assertThat(envelope.level(200)).isZero();
  }
}
