package io.tocsin.deploy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.scoring.linear.FeatureScanner;
import io.tocsin.scoring.linear.LinearModel;
import io.tocsin.scoring.linear.LinearScorer;
import io.tocsin.scoring.linear.ModelEntry;
import io.tocsin.scoring.linear.ModelWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearTrainerTest {
  private static final TrainingSettings SETTINGS = TrainingSettings.softmax(3).withBits(14);
  private static final List<TrainingText> TEXTS = SmallWorld.texts(600, 1);

  private final FeatureScanner scanner = new FeatureScanner();

  @Test
  void learnsASmallWorld() {
    LinearModel model = train(SETTINGS, TEXTS).model(SmallWorld.GROUP);
    List<TrainingText> unseen = SmallWorld.texts(300, 2);
    long right = unseen.stream().filter(text -> judge(model, text.text()) == label(text)).count();
    assertThat(right).isGreaterThan(290);
  }

  @Test
  void givesTheSameBytesForTheSameTexts() {
    assertThat(file(train(SETTINGS, TEXTS))).isEqualTo(file(train(SETTINGS, TEXTS)));
    assertThat(file(train(SETTINGS.withSeed(2), TEXTS))).isNotEqualTo(file(train(SETTINGS, TEXTS)));
  }

  @Test
  void learnsNothingOfAnUnknownTarget() {
    List<TrainingText> masked =
        TEXTS.stream().filter(text -> label(text) != 1).map(text -> text.withUnknown(1)).toList();
    TrainedModels models = train(SETTINGS, masked);
    assertThat(models.floatWeights(SmallWorld.GROUP))
        .satisfies(
            weights -> {
              for (int i = 1; i < weights.length; i += 3) {
                assertThat(weights[i]).isZero();
              }
            });
    assertThat(judge(models.model(SmallWorld.GROUP), "ka brakka so")).isZero();
    assertThat(judge(models.model(SmallWorld.GROUP), "ka lumia so")).isEqualTo(2);
  }

  @Test
  void goesOnFromAModelAndKeepsWhatItKnows() {
    LinearModel known = train(SETTINGS, TEXTS).model(SmallWorld.GROUP);
    List<TrainingText> more = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      more.add(TrainingText.labelled("zu trallala mo " + i, 2, 3, SmallWorld.GROUP));
    }
    LinearModel model =
        LinearTrainer.from(known, SETTINGS.withLearningRate(0.1f))
            .train(more, TrainingProgress.SILENT)
            .model(SmallWorld.GROUP);
    assertThat(judge(model, "trallala")).isEqualTo(2);
    long kept = TEXTS.stream().filter(text -> judge(model, text.text()) == label(text)).count();
    assertThat(kept).isGreaterThan(580);
    assertThatThrownBy(() -> LinearTrainer.from(known, SETTINGS.withBits(15)))
        .hasMessage("the settings do not fit the model to start from");
  }

  @Test
  void keepsScoresNearThoseOfTheWeightsBeforeRounding() {
    TrainedModels models = train(SETTINGS, TEXTS);
    LinearModel whole = models.model(SmallWorld.GROUP);
    float[] rounded = new float[3];
    for (TrainingText text : SmallWorld.texts(100, 3)) {
      whole.judge(scanner.read(text.text()), rounded);
      float[] exact = models.judge(SmallWorld.GROUP, text.text());
      for (int output = 0; output < 3; output++) {
        assertThat(rounded[output]).isCloseTo(exact[output], within(0.02f));
      }
    }
  }

  @Test
  void learnsSoftTargetsAsTheyAre() {
    List<TrainingText> soft = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      soft.add(new TrainingText("ka so tavel", new float[] {0.2f, 0.5f, 0.3f}, 1, "soft"));
    }
    float[] said = train(SETTINGS, soft).judge("soft", "ka so tavel");
    assertThat(said[0]).isCloseTo(0.2f, within(0.02f));
    assertThat(said[1]).isCloseTo(0.5f, within(0.02f));
  }

  @Test
  void sharesWhatGroupsHaveInCommonAndKeepsApartWhatTheyHaveNot() {
    List<TrainingText> texts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      texts.add(TrainingText.labelled("lumia ka", 2, 3, "north"));
      texts.add(TrainingText.labelled("brakka ka", 0, 3, "north"));
      texts.add(TrainingText.labelled("gift so", 2, 3, "north"));
      texts.add(TrainingText.labelled("gift so", 0, 3, "south"));
      texts.add(TrainingText.labelled("tavel so", 1, 3, "south"));
    }
    TrainedModels models = train(SETTINGS, texts);
    assertThat(judge(models.model("north"), "gift so")).isEqualTo(2);
    assertThat(judge(models.model("south"), "gift so")).isZero();
    assertThat(judge(models.model("south"), "lumia ka")).isEqualTo(2);
  }

  @Test
  void trainsOutputsThatDoNotExcludeEachOther() {
    List<TrainingText> texts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      texts.add(new TrainingText("lumia", new float[] {1, 0}, 1, "g"));
      texts.add(new TrainingText("brakka", new float[] {0, 1}, 1, "g"));
      texts.add(new TrainingText("lumia brakka", new float[] {1, 1}, 1, "g"));
      texts.add(new TrainingText("ka", new float[] {0, 0}, 1, "g"));
    }
    TrainedModels models = train(TrainingSettings.sigmoid(2).withBits(12), texts);
    assertThat(models.judge("g", "lumia brakka"))
        .satisfies(
            said -> {
              assertThat(said[0]).isGreaterThan(0.8f);
              assertThat(said[1]).isGreaterThan(0.8f);
            });
    assertThat(models.judge("g", "ka")[0]).isLessThan(0.2f);
  }

  @Test
  void refusesTargetsThatAreNotAsManyAsOutputs() {
    List<TrainingText> texts = List.of(TrainingText.labelled("a", 0, 2, "g"));
    assertThatThrownBy(() -> train(SETTINGS, texts)).hasMessage("targets are not 3: 2");
    assertThatThrownBy(() -> train(SETTINGS, TEXTS).model("nowhere"))
        .hasMessage("no text was of group nowhere");
  }

  private int judge(LinearModel model, String text) {
    float[] said = new float[3];
    model.judge(scanner.read(text), said);
    return new Prediction(0, said[0], said[1], said[2]).likeliest();
  }

  private static int label(TrainingText text) {
    float[] targets = text.targets();
    return targets[0] == 1 ? 0 : targets[2] == 1 ? 2 : 1;
  }

  private static TrainedModels train(TrainingSettings settings, List<TrainingText> texts) {
    return new LinearTrainer(settings).train(texts, TrainingProgress.SILENT);
  }

  private static byte[] file(TrainedModels models) {
    return ModelWriter.write(
        "small",
        List.of(
            new ModelEntry(
                ModelEntry.SENTIMENT,
                "xx",
                LinearScorer.SENTIMENTS,
                models.model(SmallWorld.GROUP))));
  }
}
