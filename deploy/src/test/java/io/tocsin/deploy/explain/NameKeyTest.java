package io.tocsin.deploy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nimbus Mobile",
        "NIMBUS MOBILE",
        "#NimbusMobile",
        "@nimbus_mobile",
        "nimbus-mobile",
        "Nimbus Mobile Inc.",
        "Nimbus Mobile, Ltd"
      })
  void knowsANameHoweverItIsWritten(String variant) {
    assertThat(NameKey.of(variant)).isEqualTo("nimbusmobile");
  }

  @Test
  void keepsNamesApartThatDiffer() {
    assertThat(NameKey.of("Nimbus")).isNotEqualTo(NameKey.of("Nimbus Mobile"));
    assertThat(NameKey.of("Inc")).isEqualTo("inc");
  }

  @Test
  void isEmptyWhereThereIsNoLetter() {
    assertThat(NameKey.of("!? \uD83D\uDE00")).isEmpty();
  }
}
