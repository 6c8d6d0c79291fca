package io.tocsin.deploy.train;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /** Column of the text. */
  private static final int COMPLAINT = 1;

  private static final int MENTION = 8;

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

  /**
   * English tweets that are labelled by another rule or not at all, and beside the folder those
   * that mention companies.
   */
  List<String> unlabelledEnglish() {
    List<String> texts = new ArrayList<>();
    kaggle().forEach(text -> texts.add(text.text()));
    labels("vader_tweets.tsv", "en").forEach(text -> texts.add(text.text()));
    texts.addAll(column(folder.resolve("complaints.csv"), COMPLAINT));
    texts.addAll(column(folder.resolveSibling("stocknet").resolve("mentions.csv"), MENTION));
    return texts;
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

  private static List<String> column(Path file, int column) {
    try {
      return CsvColumn.of(Files.readString(file), column);
    } catch (IOException e) {
      throw new BadInputException(file + ": " + FileFault.reason(e), e);
    }
  }

  private List<TrainingText> labels(String name, String group) {
    return LabelledFile.labels(folder.resolve(name), group);
  }
}
