package io.tocsin.deploy.train;

import io.tocsin.scoring.linear.LinearScorer;
import io.tocsin.scoring.linear.ModelEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains the models of sentiment. English learns from people's labels and a teacher's, and every
 * language from words of known feeling too. The other languages learn each by itself: learning
 * together did not serve them. Polish is the exception: its texts say nothing of neutral, so it
 * takes what is neutral from the others, and only the difference of negative and positive from its
 * own texts too.
 */
final class SentimentRecipe {
  private static final int CLASSES = 3;
  private static final int ENGLISH_PASSES = 5;
  private static final int OTHER_PASSES = 8;
  private static final int FULL_BITS = 18;
  private static final int POLISH_BITS = 17;
  private static final float POSNEG_SHARE = 0.3f;

  private final DataFolder data;
  private final SoftLabels teacher;

  SentimentRecipe(DataFolder data, SoftLabels teacher) {
    this.data = data;
    this.teacher = teacher;
  }

  List<ModelEntry> train(TrainingProgress progress) {
    List<ModelEntry> entries = new ArrayList<>();
    entries.add(entry("en", english(progress)));
    List<TrainingText> all = new ArrayList<>();
    for (String language : DataFolder.umsabLanguages()) {
      List<TrainingText> texts = texts(language);
      entries.add(entry(language, train(texts, OTHER_PASSES, FULL_BITS, progress)));
      all.addAll(texts);
    }
    all.addAll(posneg("pl"));
    all.addAll(FeelingWords.of("pl"));
    entries.add(entry("pl", train(all, OTHER_PASSES, POLISH_BITS, progress)));
    return entries;
  }

  private TrainedModels english(TrainingProgress progress) {
    List<TrainingText> texts =
        new ArrayList<>(
            teacher.blend(ClassBalance.of(data.english(), 1), data.unlabelledEnglish(), "en"));
    texts.addAll(FeelingWords.of("en"));
    return train(texts, ENGLISH_PASSES, FULL_BITS, progress);
  }

  /** Texts of a language with three classes. */
  private List<TrainingText> texts(String language) {
    List<TrainingText> texts = new ArrayList<>(ClassBalance.of(data.umsab(language), 1));
    if (language.equals("de")) {
      texts.addAll(posneg(language));
    }
    texts.addAll(FeelingWords.of(language));
    return texts;
  }

  private List<TrainingText> posneg(String language) {
    return ClassBalance.of(HeldBack.of(data.posneg(language)).training(), 1).stream()
        .map(text -> text.times(POSNEG_SHARE))
        .toList();
  }

  private static TrainedModels train(
      List<TrainingText> texts, int passes, int bits, TrainingProgress progress) {
    TrainingSettings settings = TrainingSettings.softmax(CLASSES).withBits(bits).withPasses(passes);
    return new LinearTrainer(settings).train(texts, progress);
  }

  private static ModelEntry entry(String language, TrainedModels models) {
    return new ModelEntry(
        ModelEntry.SENTIMENT, language, LinearScorer.SENTIMENTS, models.model(language));
  }
}
