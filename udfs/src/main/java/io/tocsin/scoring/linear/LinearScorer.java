package io.tocsin.scoring.linear;

import io.tocsin.scoring.Judgement;
import io.tocsin.scoring.LanguageTag;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.SentimentScorer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scores every mention by the linear model of its language. The language that the network states is
 * taken unless the text clearly contradicts it; where none is stated, it is identified from the
 * text. What no model speaks stays unscored. Not thread-safe: it reads one text at a time.
 */
public final class LinearScorer implements SentimentScorer {
  /** The outputs of a sentiment model, in this order. */
  public static final List<String> SENTIMENTS = List.of("negative", "neutral", "positive");

  private static final SentimentLabel[] LABELS = {
    SentimentLabel.NEGATIVE, SentimentLabel.NEUTRAL, SentimentLabel.POSITIVE
  };

  /** How sure identification must be of a language that nobody stated. */
  private static final float LIKELY = 0.35f;

  /** How sure it must be to contradict the network. */
  private static final float CERTAIN = 0.85f;

  /** Fewer letters contradict no network. */
  private static final int ENOUGH_LETTERS = 20;

  /** Features of each family that are read to identify a language. */
  private static final int MUCH = 128;

  /** Features of each family that are read to see whether a stated language can be true. */
  private static final int LITTLE = 64;

  private final String version;
  private final Map<String, LinearModel> models = new HashMap<>();
  private final @Nullable LanguageIdentifier identifier;
  private final FeatureScanner scanner = new FeatureScanner();
  private final float[] probabilities = new float[SENTIMENTS.size()];

  /**
   * A scorer with the models of a file.
   *
   * @throws ModelFileException if the file holds no model of sentiment, or one with other outputs
   */
  public LinearScorer(ModelBundle bundle) {
    version = bundle.version();
    for (ModelEntry entry : bundle.ofTask(ModelEntry.SENTIMENT)) {
      if (!entry.outputs().equals(SENTIMENTS)) {
        throw new ModelFileException(
            "%s: %s tells %s and not %s"
                .formatted(version, entry.title(), entry.outputs(), SENTIMENTS));
      }
      models.put(entry.language(), entry.model());
    }
    if (models.isEmpty()) {
      throw new ModelFileException(version + ": holds no model of sentiment");
    }
    identifier = bundle.only(ModelEntry.LANGUAGE).map(LanguageIdentifier::new).orElse(null);
  }

  @Override
  public void judge(String text, @Nullable String lang, Judgement judgement) {
    TextFeatures features = scanner.read(text);
    String language = language(features, LanguageTag.primary(lang));
    LinearModel model = models.get(language);
    if (model == null || features.tellingTokens() == 0) {
      judgement.unscored(language, version);
      return;
    }
    model.judge(features, probabilities);
    judgement.scored(
        probabilities[0], probabilities[1], probabilities[2], likeliest(), language, version);
  }

  /** Features of the text that was scored last, for whoever wants to know more of it. */
  public TextFeatures features() {
    return scanner.features();
  }

  @Override
  public String model() {
    return version;
  }

  /** The stated language, unless the text clearly is of another one. */
  private @Nullable String language(TextFeatures features, @Nullable String stated) {
    if (identifier == null) {
      return stated;
    }
    if (stated == null) {
      return identifier.identify(features, MUCH, LIKELY);
    }
    if (!identifier.knows(stated) || features.letters() < ENOUGH_LETTERS) {
      return stated;
    }
    if (!LanguageIdentifier.mayWrite(features.mainScript(), stated)) {
      return identifier.identify(features, MUCH, LIKELY);
    }
    String identified = identifier.identify(features, LITTLE, CERTAIN);
    return identified == null ? stated : identified;
  }

  private SentimentLabel likeliest() {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return LABELS[best];
  }
}
