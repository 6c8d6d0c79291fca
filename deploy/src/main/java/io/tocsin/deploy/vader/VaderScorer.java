package io.tocsin.deploy.vader;

import io.tocsin.scoring.LanguageTag;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.SentimentScorer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Scores English by VADER's rules; other stated languages are unscored. The label is VADER's own:
 * negative from a compound of -0.05 down, positive from 0.05 up. VADER gives no probabilities; here
 * they are two draws of the friendly side, each with chance (1 + compound) / 2, so that they order
 * texts as the compound does.
 */
public final class VaderScorer implements SentimentScorer {
  private static final String MODEL = "vader";
  private static final String ENGLISH = "en";
  private static final double NEUTRAL_BELOW = 0.05;

  private final VaderRules rules;

  /**
   * A scorer with this lexicon.
   *
   * @param lexicon file in the form of VADER's own lexicon
   */
  public VaderScorer(Path lexicon) {
    this(VaderLexicon.read(lexicon));
  }

  VaderScorer(VaderLexicon lexicon) {
    rules = new VaderRules(lexicon);
  }

  @Override
  public Sentiment score(String text, @Nullable String lang) {
    String language = LanguageTag.primary(lang);
    if (language != null && !language.equals(ENGLISH)) {
      return Sentiment.unscored(language, MODEL);
    }
    double compound = rules.compound(text);
    double friendly = (1 + compound) / 2;
    double hostile = 1 - friendly;
    return new Sentiment(
        (float) (hostile * hostile),
        (float) (2 * hostile * friendly),
        (float) (friendly * friendly),
        label(compound),
        ENGLISH,
        MODEL);
  }

  @Override
  public String model() {
    return MODEL;
  }

  private static SentimentLabel label(double compound) {
    if (compound <= -NEUTRAL_BELOW) {
      return SentimentLabel.NEGATIVE;
    }
    return compound >= NEUTRAL_BELOW ? SentimentLabel.POSITIVE : SentimentLabel.NEUTRAL;
  }
}
