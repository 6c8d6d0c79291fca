package io.tocsin.deploy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void leavesAShortTextAsItIs() {
    assertThat(Excerpt.of("short", 5)).isEqualTo("short");
  }

  @Test
  void keepsTheBeginningOfALongOne() {
    assertThat(Excerpt.of("too long", 3)).isEqualTo("too");
  }

  @Test
  void neverCutsAPairOfSurrogates() {
    assertThat(Excerpt.of("ab\uD83D\uDE00cd", 3)).isEqualTo("ab");
    assertThat(Excerpt.of("ab\uD83D\uDE00cd", 4)).isEqualTo("ab\uD83D\uDE00");
  }
}
