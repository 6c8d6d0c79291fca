package io.tocsin.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTermsTest {
  @Test
  void readsWordsAndNeighbouringPairsOnce() {
    assertThat(TextTerms.of("No signal, no SIGNAL at all!"))
        .containsExactly("no", "signal", "no signal", "at", "signal at", "all", "at all");
  }

  @Test
  void leavesOutWhatNobodySays() {
    assertThat(TextTerms.of("RT @acme: dead battery https://t.co/x7 @bob"))
        .containsExactly("dead", "battery", "dead battery");
  }

  @Test
  void takesAHashtagForItsWordAndAnApostropheForALetter() {
    assertThat(TextTerms.of("it\u2019s #broken 'again'"))
        .containsExactly("it's", "broken", "it's broken", "again", "broken again");
  }

  @Test
  void takesANumberForAWord() {
    assertThat(TextTerms.of("EPS 11.62, was 1,000."))
        .containsExactly("eps", "11.62", "eps 11.62", "was", "1,000", "was 1,000");
  }

  @Test
  void readsScriptsWithoutSpacesByTwoAndFour() {
    assertThat(TextTerms.of("\u901A\u4FE1\u969C\u5BB3 nimbus"))
        .containsExactly(
            "\u901A\u4FE1", "\u4FE1\u969C", "\u969C\u5BB3", "\u901A\u4FE1\u969C\u5BB3", "nimbus");
  }

  @Test
  void findsNothingInNothing() {
    assertThat(TextTerms.of(" \uD83D\uDE21 @acme ")).isEmpty();
  }
}
