package io.tocsin.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {
  private final DurationConverter converter = new DurationConverter();

  @ParameterizedTest
  @CsvSource({
    "90s,PT1M30S",
    "5m,PT5M",
    "2h,PT2H",
    "1h30m,PT1H30M",
    "500ms,PT0.5S",
    "1d,PT24H",
    "0s,PT0S"
  })
  void readsWhatPeopleWrite(String text, Duration expected) {
    assertThat(converter.convert(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "-5m", "5 m", "5x", "1.5h", "9999999999s", "5mx", "PT5M"})
  void refusesAnythingElseAndShowsHowItIsWritten(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'" + text + "' is no duration: write it like 90s, 5m, 2h or 1h30m");
  }

  @Test
  void readsBackEverySumOfHoursMinutesAndSeconds() {
    long seed = 7;
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      Duration duration = Duration.ofSeconds(random.nextInt(1_000_000));
      String text =
          duration.toHours()
              + "h"
              + duration.toMinutesPart()
              + "m"
              + duration.toSecondsPart()
              + "s";
      assertThat(converter.convert(text)).as("%s, seed %d", text, seed).isEqualTo(duration);
    }
  }
}
