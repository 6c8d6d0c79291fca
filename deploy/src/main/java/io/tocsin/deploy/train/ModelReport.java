package io.tocsin.deploy.train;

import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.SentimentScorer;
import io.tocsin.scoring.linear.LinearScorer;
import io.tocsin.scoring.linear.ModelBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How well the models of a file do on texts that their training did not see. */
final class ModelReport {
  private final ModelBundle bundle;
  private final DataFolder data;
  private final LanguageRecipe languages;

  ModelReport(ModelBundle bundle, DataFolder data, LanguageRecipe languages) {
    this.bundle = bundle;
    this.data = data;
    this.languages = languages;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    try (LinearScorer scorer = new LinearScorer(bundle)) {
      data.validation()
          .forEach(
              (language, texts) ->
                  lines.add(language + ": " + ScorerCheck.judge(scorer, texts, language)));
      lines.add("pl, negative or positive, held back: " + polish(scorer));
      addLanguages(scorer, lines);
    }
    return lines;
  }

  private String polish(SentimentScorer scorer) {
    List<TrainingText> texts = HeldBack.of(data.posneg("pl")).judging();
    int right = 0;
    int neutral = 0;
    for (TrainingText text : texts) {
      Sentiment sentiment = scorer.score(text.text(), "pl");
      boolean saysNegative = sentiment.negative() > sentiment.positive();
      right += saysNegative == (text.targets()[0] == 1) ? 1 : 0;
      neutral += sentiment.label() == SentimentLabel.NEUTRAL ? 1 : 0;
    }
    return String.format(
        Locale.ROOT,
        "right side %.1f %%, called neutral %.1f %% (%d texts)",
        100.0 * right / texts.size(),
        100.0 * neutral / texts.size(),
        texts.size());
  }

  private void addLanguages(SentimentScorer scorer, List<String> lines) {
    int all = 0;
    int right = 0;
    for (Map.Entry<String, List<String>> entry : languages.unseen().entrySet()) {
      int found = 0;
      int unknown = 0;
      for (String text : entry.getValue()) {
        String said = scorer.score(text, null).language();
        found += Objects.equals(said, entry.getKey()) ? 1 : 0;
        unknown += said == null ? 1 : 0;
      }
      int count = entry.getValue().size();
      lines.add(
          String.format(
              Locale.ROOT,
              "language %s: %.1f %% right, %.1f %% unknown (%d texts)",
              entry.getKey(),
              100.0 * found / count,
              100.0 * unknown / count,
              count));
      all += count;
      right += found;
    }
    lines.add(String.format(Locale.ROOT, "languages: %.1f %% right of all", 100.0 * right / all));
  }
}
