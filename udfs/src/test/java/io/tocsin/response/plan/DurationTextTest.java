package io.tocsin.response.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "0s, 0",
    "30s, 30000",
    "10m, 600000",
    "2h, 7200000",
    "1d, 86400000",
    "999999999d, 86399999913600000"
  })
  void readsANumberAndItsUnit(String text, long millis) {
    assertThat(DurationText.parseMillis(text)).isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10", "m", "10 m", "-10m", "1.5h", "10M", "1h30m", "1000000000s", "٣s"})
  void refusesAnythingElseAndNamesIt(String text) {
    assertThatThrownBy(() -> DurationText.parseMillis(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a duration like 30s, 10m, 2h or 1d: '" + text + "'");
  }
}
