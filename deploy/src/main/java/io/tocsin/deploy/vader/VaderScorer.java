package io.tocsin.deploy.vader;

import io.tocsin.scoring.Judgement;
import io.tocsin.scoring.LanguageTag;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.SentimentScorer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Scores English by VADER's rules; other stated languages are unscored. The label is VADER's own:
 * negative from a compound of -0.05 down, positive from 0.05 up. VADER gives no probabilities; here
 * the odds of negative and positive against neutral are even at those two thresholds and rise
 * exponentially beyond, so that the likeliest class is VADER's and texts stand in its order.
 */
public final class VaderScorer implements SentimentScorer {
  private static final String MODEL = "vader";
  private static final String ENGLISH = "en";
  private static final double NEUTRAL_BELOW = 0.05;
  private static final double STEEPNESS = 5;

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
  public void judge(String text, @Nullable String lang, Judgement judgement) {
    String language = LanguageTag.primary(lang);
    if (language != null && !language.equals(ENGLISH)) {
      judgement.unscored(language, MODEL);
      return;
    }
    double compound = rules.compound(text);
    double negative = odds(-compound);
    double positive = odds(compound);
    double sum = negative + 1 + positive;
    judgement.scored(
        (float) (negative / sum),
        (float) (1 / sum),
        (float) (positive / sum),
        label(compound),
        ENGLISH,
        MODEL);
  }

  @Override
  public String model() {
    return MODEL;
  }

  private static double odds(double compound) {
    return Math.exp(STEEPNESS * (compound - NEUTRAL_BELOW));
  }

  private static SentimentLabel label(double compound) {
    if (compound <= -NEUTRAL_BELOW) {
      return SentimentLabel.NEGATIVE;
    }
    return compound >= NEUTRAL_BELOW ? SentimentLabel.POSITIVE : SentimentLabel.NEUTRAL;
  }
}
