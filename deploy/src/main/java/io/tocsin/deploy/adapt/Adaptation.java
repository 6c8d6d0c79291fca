package io.tocsin.deploy.adapt;

import io.tocsin.deploy.train.LinearTrainer;
import io.tocsin.deploy.train.ScorerCheck;
import io.tocsin.deploy.train.TrainingProgress;
import io.tocsin.deploy.train.TrainingSettings;
import io.tocsin.deploy.train.TrainingText;
import io.tocsin.scoring.linear.LinearModel;
import io.tocsin.scoring.linear.LinearScorer;
import io.tocsin.scoring.linear.ModelBundle;
import io.tocsin.scoring.linear.ModelEntry;
import io.tocsin.scoring.linear.ModelReader;
import io.tocsin.scoring.linear.ModelWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The English model of a file, taught further, and how it then does on texts that were held back.
 *
 * @param file the bytes of the new file; all other models are in it as they were
 * @param version of the new file
 * @param comparisons by each measure
 */
record Adaptation(byte[] file, String version, List<Comparison> comparisons) {
  static final String BY_PEOPLE = "labels by people";
  static final String BY_TEACHER = "agreement with e5";

  private static final String SUFFIX = "-adapted";
  private static final int PASSES = 3;

  /** A third of what a model learns by from nothing, so that it keeps what it knows. */
  private static final float LEARNING_RATE = 0.1f;

  /**
   * Teaches.
   *
   * @param base with a model of English sentiment
   * @param training texts to learn from
   * @param heldBack texts to judge by
   * @param progress told of every pass
   */
  static Adaptation of(
      ModelBundle base,
      List<TaughtText> training,
      List<TaughtText> heldBack,
      TrainingProgress progress) {
    List<ModelEntry> entries = new ArrayList<>();
    for (ModelEntry entry : base.entries()) {
      entries.add(isEnglishSentiment(entry) ? taught(entry, training, progress) : entry);
    }
    byte[] file = ModelWriter.write(named(base.name()), entries);
    ModelBundle adapted = ModelReader.read("the adapted model", file);
    return new Adaptation(file, adapted.version(), compare(base, adapted, heldBack));
  }

  static boolean isEnglishSentiment(ModelEntry entry) {
    return entry.task().equals(ModelEntry.SENTIMENT) && entry.language().equals(TaughtText.ENGLISH);
  }

  private static ModelEntry taught(
      ModelEntry entry, List<TaughtText> training, TrainingProgress progress) {
    LinearModel start = entry.model();
    TrainingSettings settings =
        TrainingSettings.softmax(start.outputs())
            .withBits(start.bits())
            .withPasses(PASSES)
            .withLearningRate(LEARNING_RATE);
    LinearModel model =
        LinearTrainer.from(start, settings)
            .train(Blend.of(training), progress)
            .model(TaughtText.ENGLISH);
    return new ModelEntry(entry.task(), entry.language(), entry.outputs(), model);
  }

  private static String named(String base) {
    return base.endsWith(SUFFIX) ? base : base + SUFFIX;
  }

  private static List<Comparison> compare(
      ModelBundle before, ModelBundle after, List<TaughtText> heldBack) {
    List<Comparison> comparisons = new ArrayList<>();
    List<TrainingText> labelled = Blend.labelledByPeople(heldBack);
    if (!labelled.isEmpty()) {
      comparisons.add(compare(BY_PEOPLE, before, after, labelled));
    }
    List<TrainingText> byTeacher = heldBack.stream().map(TaughtText::byTeacher).toList();
    comparisons.add(compare(BY_TEACHER, before, after, byTeacher));
    return comparisons;
  }

  private static Comparison compare(
      String measure, ModelBundle before, ModelBundle after, List<TrainingText> texts) {
    return new Comparison(
        measure,
        ScorerCheck.judge(new LinearScorer(before), texts, TaughtText.ENGLISH),
        ScorerCheck.judge(new LinearScorer(after), texts, TaughtText.ENGLISH));
  }
}
