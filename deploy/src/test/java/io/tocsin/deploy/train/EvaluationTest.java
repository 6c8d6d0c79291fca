package io.tocsin.deploy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  @Test
  void reckonsTheFiguresByTheirDefinitions() {
    // negative: one of two found; neutral: two of two, one of three said; positive: one of one
    List<Prediction> predictions =
        List.of(
            new Prediction(0, 0.8f, 0.1f, 0.1f),
            new Prediction(0, 0.3f, 0.6f, 0.1f),
            new Prediction(1, 0.2f, 0.7f, 0.1f),
            new Prediction(1, 0.4f, 0.5f, 0.1f),
            new Prediction(2, 0.1f, 0.1f, 0.8f));
    Evaluation evaluation = Evaluation.of(predictions);
    assertThat(evaluation.macroRecall().value()).isCloseTo((0.5 + 1 + 1) / 3, within(1e-9));
    assertThat(evaluation.negativeF1().value()).isCloseTo(2 * 0.5 / 1.5, within(1e-9));
    assertThat(evaluation.macroF1().value()).isCloseTo((2 * 0.5 / 1.5 + 0.8 + 1) / 3, within(1e-9));
    assertThat(evaluation.negativeAuc().value()).isCloseTo(5.0 / 6, within(1e-9));
  }

  @Test
  void countsEqualsHalfInTheAuc() {
    List<Prediction> same =
        List.of(
            new Prediction(0, 0.5f, 0.3f, 0.2f),
            new Prediction(1, 0.5f, 0.3f, 0.2f),
            new Prediction(2, 0.5f, 0.3f, 0.2f));
    assertThat(Evaluation.of(same).negativeAuc().value()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void givesAnErrorThatShrinksWithTheRootOfTheTexts() {
    double few = Evaluation.of(coins(400)).macroRecall().error();
    double many = Evaluation.of(coins(6_400)).macroRecall().error();
    assertThat(few / many).isCloseTo(4, within(1.2));
    assertThat(many).isCloseTo(Math.sqrt(2.0 / 9 / 2133 / 3), within(0.002));
  }

  private static List<Prediction> coins(int count) {
    Random random = new Random(5);
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int said = random.nextInt(3);
      predictions.add(
          new Prediction(i % 3, said == 0 ? 1 : 0, said == 1 ? 1 : 0, said == 2 ? 1 : 0));
    }
    return predictions;
  }
}
