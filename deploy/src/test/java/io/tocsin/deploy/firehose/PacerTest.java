package io.tocsin.deploy.firehose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PacerTest {
  private static final long STEP = 50;

  @Test
  void followsTheClock() {
    Pacer pacer = new Pacer(1_000, STEP);

    assertThat(pacer.due(1_020)).isEqualTo(1_020);
    assertThat(pacer.due(1_090)).isEqualTo(1_090);
  }

  @Test
  void looksAgainAtFullSteps() {
    Pacer pacer = new Pacer(1_000, STEP);

    assertThat(pacer.waitMillis(1_000)).isEqualTo(50);
    assertThat(pacer.waitMillis(1_049)).isEqualTo(1);
    assertThat(pacer.waitMillis(1_051)).isEqualTo(49);
  }

  @Test
  void standsStillWhileTheClockIsBehind() {
    Pacer pacer = new Pacer(1_000, STEP);
    pacer.due(2_000);

    assertThat(pacer.due(1_500)).isEqualTo(2_000);
    assertThat(pacer.due(2_010)).isEqualTo(2_010);
    assertThat(new Pacer(1_000, STEP).due(10)).isEqualTo(1_000);
  }

  @Test
  void catchesUpAfterAPause() {
    Pacer pacer = new Pacer(1_000, STEP);

    assertThat(pacer.due(601_000)).isEqualTo(601_000);
  }

  @Test
  void refusesAStepOfNothing() {
    assertThatThrownBy(() -> new Pacer(0, 0)).hasMessage("stepMillis is less than 1: 0");
  }
}
