package io.tocsin.deploy.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.spike.BaselineRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BucketsTest {
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  @Test
  void sharesALongRowAmongItsSteps() {
    Buckets buckets = Buckets.of(List.of(row(0, 30 * HOUR, 0, 60)), new TimeRange(0, 30 * HOUR));

    assertThat(buckets.step()).isEqualTo("5 min");
    assertThat(buckets.voices().usual())
        .hasSize(360)
        .contains(new double[] {60.0 / 360}, Offset.offset(1e-9));
  }

  @Test
  void keepsEverySumAndAddsSpreadsAsIndependentRowsDo() {
    List<BaselineRow> rows = List.of(row(0, HOUR, 3, 9), row(HOUR, 2 * HOUR, 4, 16));
    Buckets buckets = Buckets.of(rows, new TimeRange(0, 400 * DAY));

    assertThat(buckets.step()).isEqualTo("12 h");
    assertThat(buckets.voices().observed()[0]).isEqualTo(7);
    assertThat(Arrays.stream(buckets.voices().observed()).sum()).isEqualTo(7);
    assertThat(buckets.voices().high(0)).as("25 + 2 * 5").isEqualTo(35);
    assertThat(buckets.voices().low(0)).isEqualTo(15);
  }

  @Test
  void leavesOutWhatLiesOutsideTheRange() {
    Buckets buckets = Buckets.of(List.of(row(0, HOUR, 12, 0)), new TimeRange(HOUR / 2, HOUR));

    assertThat(Arrays.stream(buckets.voices().observed()).sum()).isEqualTo(6);
  }

  /** Spread is the root of the usual, as for Poisson counts. */
  private static BaselineRow row(long from, long until, double voices, double usual) {
    return new BaselineRow(
        "acme",
        Instant.ofEpochMilli(from),
        Instant.ofEpochMilli(until),
        voices,
        usual,
        Math.sqrt(usual),
        0,
        0,
        0);
  }
}
