package io.tocsin.deploy.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceMoodTest {
  private static final double EXACT = 1e-12;
  private static final SentenceMood CALM = SentenceMood.of(0.1, 0.2, 0.4, 0.2, 0.1);
  private static final SentenceMood ANGRY = SentenceMood.of(0.3, 0.5, 0.1, 0.1, 0);
  private static final SentenceMood GLAD = SentenceMood.of(0, 0.1, 0.2, 0.5, 0.2);

  @Test
  void foldsTheOuterClassesIntoTheirSides() {
    assertThat(ANGRY.negative()).isCloseTo(0.8, within(EXACT));
    assertThat(ANGRY.neutral()).isCloseTo(0.1, within(EXACT));
    assertThat(ANGRY.positive()).isCloseTo(0.1, within(EXACT));
  }

  @Test
  void sumsToOneWhateverTheModelsRounding() {
    SentenceMood mood = SentenceMood.of(0.2, 0.2, 0.2, 0.2, 0.1999);
    assertThat(mood.negative() + mood.neutral() + mood.positive()).isCloseTo(1, within(EXACT));
  }

  @Test
  void letsTheSentenceThatLeansFurthestSpeakForTheText() {
    assertThat(SentenceMood.strongest(List.of(CALM, GLAD, ANGRY))).isEqualTo(ANGRY);
    assertThat(SentenceMood.strongest(List.of(CALM, GLAD))).isEqualTo(GLAD);
  }

  @Test
  void takesTheFirstOfTwoThatLeanEquallyFar() {
    SentenceMood mirrored = SentenceMood.of(0, 0.1, 0.1, 0.5, 0.3);
    assertThat(SentenceMood.strongest(List.of(ANGRY, mirrored))).isEqualTo(ANGRY);
  }

  @Test
  void refusesAnotherNumberOfClasses() {
    assertThatThrownBy(() -> SentenceMood.of(0.5, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2");
  }
}
