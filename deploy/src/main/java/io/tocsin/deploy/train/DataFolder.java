package io.tocsin.deploy.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The data that the shipped models are trained on and judged by, as files of one folder. The model
 * card says what each is.
 */
final class DataFolder {
  /** Output of neutral. */
  static final int NEUTRAL = 1;

  private static final Map<String, String> UMSAB =
      Map.of(
          "ar",
          "arabic",
          "de",
          "german",
          "es",
          "spanish",
          "fr",
          "french",
          "hi",
          "hindi",
          "it",
          "italian",
          "pt",
          "portuguese");
  private static final Map<String, String> POSNEG =
      Map.of("de", "deu", "es", "spa", "pl", "pol", "pt", "por", "sv", "swe");

  private final Path folder;

  DataFolder(Path folder) {
    this.folder = folder;
  }

  /** Languages with texts of three classes besides English, sorted. */
  static List<String> umsabLanguages() {
    return UMSAB.keySet().stream().sorted().toList();
  }

  /** English tweets to train on. */
  List<TrainingText> english() {
    return labels("semeval_train.tsv", "en");
  }

  /** English tweets to judge by. */
  List<TrainingText> englishValidation() {
    return labels("semeval_val.tsv", "en");
  }

  /** English tweets labelled by another rule. */
  List<TrainingText> kaggle() {
    return labels("kaggle_train.tsv", "en");
  }

  /** English tweets labelled by VADER's authors. */
  List<TrainingText> vaderTweets() {
    return labels("vader_tweets.tsv", "en");
  }

  /** Tweets of a language to train on. */
  List<TrainingText> umsab(String language) {
    return labels("multilingual/umsab_" + UMSAB.get(language) + "_train.tsv", language);
  }

  /** Tweets of a language to judge by. */
  List<TrainingText> umsabValidation(String language) {
    return labels("multilingual/umsab_" + UMSAB.get(language) + "_val.tsv", language);
  }

  /**
   * Tweets of a language of which only negative and positive ones were kept: neutral is unknown.
   */
  List<TrainingText> posneg(String language) {
    return labels("multilingual/posneg_" + POSNEG.get(language) + ".tsv", language).stream()
        .map(text -> text.withUnknown(NEUTRAL))
        .toList();
  }

  /** Validation texts of every language with three classes, English first. */
  Map<String, List<TrainingText>> validation() {
    Map<String, List<TrainingText>> texts = new LinkedHashMap<>();
    texts.put("en", englishValidation());
    for (String language : umsabLanguages()) {
      texts.put(language, umsabValidation(language));
    }
    return texts;
  }

  private List<TrainingText> labels(String name, String group) {
    return LabelledFile.labels(folder.resolve(name), group);
  }
}
