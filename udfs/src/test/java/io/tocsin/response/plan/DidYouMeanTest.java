package io.tocsin.response.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
  @Test
  void namesTheNearestOfManyLongWords() {
    List<String> keys = List.of("acme-1/critical/ana", "acme-1/warning/ana", "zeta-9/critical/bo");

    assertThat(DidYouMean.nearest("acme-1/waring/ana", keys, 2))
        .containsExactly("acme-1/warning/ana", "acme-1/critical/ana");
  }

  private static final List<String> KNOWN = List.of("target", "transport", "url", "from");

  @ParameterizedTest
  @CsvSource({
    "transprot, transport",
    "Target, target",
    "uri, url",
    "form, from",
    "targets, target"
  })
  void findsTheNearestKnownWord(String typed, String meant) {
    assertThat(DidYouMean.hint(typed, KNOWN)).isEqualTo("; did you mean '" + meant + "'?");
  }

  @Test
  void staysSilentWhenNothingIsNear() {
    assertThat(DidYouMean.hint("severity", KNOWN)).isEmpty();
    assertThat(DidYouMean.hint("x".repeat(100_000), KNOWN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"kitten, sitting, 3", "'', abc, 3", "abc, '', 3", "ab, ba, 1", "same, SAME, 0"})
  void countsTheLeastEdits(String typed, String known, int edits) {
    assertThat(DidYouMean.distance(typed, known)).isEqualTo(edits);
  }
}
