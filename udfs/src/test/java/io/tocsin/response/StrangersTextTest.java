package io.tocsin.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrangersTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no signal since 12:30. Why? | no signal since 12:30. Why?",
        "paid 3.50 on May 4, i.e. twice | paid 3.50 on May 4, i. e. twice",
        "see https://evil.test/x now | see (link) now",
        "see HTTP://EVIL.TEST now | see (link) now",
        "slack://open?team=1 | (link)",
        "www.evil.test/x | (link)",
        "win at evil.test/x | win at evil. test/x",
        "evil。test | evil。 test",
        "@here @channel look | @ here @ channel look",
        "＠here | ＠ here",
        "mailto:eve@evil.test | mailto: eve@ evil. test",
        "javascript:alert(1) tel:112 | javascript: alert(1) tel: 112",
        "at 10.0.0.1/admin | at (link)",
        "<!channel> stays text | <!channel> stays text"
      })
  void leavesNothingThatAReceiverWouldActOn(String written, String plain) {
    assertThat(StrangersText.plain(written)).isEqualTo(plain);
    assertThat(StrangersText.plain(plain)).as("again").isEqualTo(plain);
  }

  @Test
  void isOneLineWithoutMarksThatNobodySees() {
    assertThat(StrangersText.plain(" a\r\nb\u2028c\u202Ed\u200Be\u0007f\uD800 "))
        .isEqualTo("a b cde f");
    assertThat(StrangersText.plain("evil\u200B.\u2060test")).isEqualTo("evil. test");
  }
}
