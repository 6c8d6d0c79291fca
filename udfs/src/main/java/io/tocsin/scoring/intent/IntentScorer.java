package io.tocsin.scoring.intent;

import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.linear.LinearModel;
import io.tocsin.scoring.linear.ModelBundle;
import io.tocsin.scoring.linear.ModelEntry;
import io.tocsin.scoring.linear.ModelFileException;
import io.tocsin.scoring.linear.ModelReader;
import io.tocsin.scoring.linear.TextFeatures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what a post wants, from the features that were read for its sentiment. Whether it needs a
 * response and whether it complains is learnt from labelled posts, for English; the other kinds are
 * told by words ({@link KindRules}). What the words of a crisis plan tell is taken as it is, in any
 * language. Not thread-safe.
 */
public final class IntentScorer {
  /** What the model's entry in a file is called. */
  public static final String TASK = "intent";

  /** The outputs of a model of intent, in this order. */
  public static final List<String> OUTPUTS = List.of("needs-response", "complaint");

  private static final String FILE = "intent.model";
  private static final float LIKELY = 0.5f;

  /** The bit that stands for a post which somebody must answer. */
  static final int NEEDS_RESPONSE = IntentKind.FREE_BIT;

  private static final int ALL_KINDS = NEEDS_RESPONSE - 1;

  private final Map<String, LinearModel> models = new HashMap<>();
  private final KindRules rules = KindRules.shipped();
  private final List<List<IntentKind>> kindsByBits = new ArrayList<>();
  private final float[] probabilities = new float[OUTPUTS.size()];

  /** A scorer with the model that ships with Tocsin. */
  public static IntentScorer shipped() {
    return new IntentScorer(ModelReader.readResource(IntentScorer.class, FILE));
  }

  /**
   * A scorer with the models of a file.
   *
   * @throws ModelFileException if a model of intent has other outputs than {@link #OUTPUTS}
   */
  public IntentScorer(ModelBundle bundle) {
    for (ModelEntry entry : bundle.ofTask(TASK)) {
      if (!entry.outputs().equals(OUTPUTS)) {
        throw new ModelFileException(
            "%s: intent tells %s and not %s".formatted(bundle.version(), entry.outputs(), OUTPUTS));
      }
      models.put(entry.language(), entry.model());
    }
    for (int bits = 0; bits <= ALL_KINDS; bits++) {
      kindsByBits.add(kindsOf(bits));
    }
  }

  /**
   * Judges a post.
   *
   * @param features of its text
   * @param sentiment how it feels, and its language
   * @param toldByPlan what the plan's words tell, by {@link PlanWords}
   */
  public Intent judge(TextFeatures features, Sentiment sentiment, int toldByPlan) {
    if (features.tellingTokens() == 0) {
      return Intent.UNKNOWN;
    }
    int told = rules.told(features, sentiment.language());
    Float needsResponse = null;
    LinearModel model = models.get(sentiment.language());
    if (model != null) {
      model.judge(features, probabilities);
      needsResponse = probabilities[0];
      told |= probabilities[1] < LIKELY ? 0 : IntentKind.COMPLAINT.bit();
    }
    if (!soundsGlad(sentiment, told)) {
      told &= ~IntentKind.PRAISE.bit();
    }
    told |= toldByPlan;
    if ((told & NEEDS_RESPONSE) != 0) {
      needsResponse = 1f;
    }
    int kinds = told & ALL_KINDS;
    return new Intent(
        needsResponse, kinds == 0 && model == null ? List.of() : kindsByBits.get(kinds));
  }

  /** Thanks are no praise in a post that complains or is bitter. */
  private static boolean soundsGlad(Sentiment sentiment, int told) {
    return (told & IntentKind.COMPLAINT.bit()) == 0
        && (sentiment.label() == SentimentLabel.UNSCORED
            || sentiment.positive() > sentiment.negative());
  }

  private static List<IntentKind> kindsOf(int bits) {
    List<IntentKind> kinds = new ArrayList<>();
    for (IntentKind kind : IntentKind.values()) {
      if ((bits & kind.bit()) != 0) {
        kinds.add(kind);
      }
    }
    return kinds.isEmpty() ? List.of(IntentKind.OTHER) : List.copyOf(kinds);
  }
}
