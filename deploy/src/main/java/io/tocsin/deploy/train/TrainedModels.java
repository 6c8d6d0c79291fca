package io.tocsin.deploy.train;

import io.tocsin.scoring.linear.FeatureScanner;
import io.tocsin.scoring.linear.LinearModel;
import io.tocsin.scoring.linear.TextFeatures;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a training leaves behind: weights that all groups share, and each group's own. */
public final class TrainedModels {
  private final TrainingSettings settings;
  private final WeightTable shared;
  private final Map<String, Integer> groups;
  private final List<WeightTable> own;

  TrainedModels(
      TrainingSettings settings,
      WeightTable shared,
      Map<String, Integer> groups,
      List<WeightTable> own) {
    this.settings = settings;
    this.shared = shared;
    this.groups = groups;
    this.own = own;
  }

  /**
   * The model of one group: what is shared, and what is its own.
   *
   * @param group one of those that the texts named
   */
  public LinearModel model(String group) {
    return Quantiser.quantise(settings, floatBiases(group), floatWeights(group));
  }

  /** What the weights say of a text before they are rounded: probabilities. */
  float[] judge(String group, String text) {
    TextFeatures features = new FeatureScanner().read(text);
    float[] odds = new float[settings.outputs()];
    int[] words = features.words().toArray();
    int[] characters = features.characters().toArray();
    shared.addTo(odds, words, characters);
    WeightTable mine = own(group);
    if (mine != null) {
      mine.addTo(odds, words, characters);
    }
    settings.kind().toProbabilities(odds, odds.length);
    return odds;
  }

  float[] floatWeights(String group) {
    WeightTable mine = own(group);
    return mine == null ? shared.weights : sum(shared.weights, mine.weights);
  }

  private float[] floatBiases(String group) {
    WeightTable mine = own(group);
    return mine == null ? shared.biases : sum(shared.biases, mine.biases);
  }

  /** Null where there is only one group, and so nothing of its own. */
  private @Nullable WeightTable own(String group) {
    Integer index = groups.get(group);
    if (index == null) {
      throw new IllegalArgumentException("no text was of group " + group);
    }
    return own.isEmpty() ? null : own.get(index);
  }

  private static float[] sum(float[] first, float[] second) {
    float[] sum = new float[first.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = first[i] + second[i];
    }
    return sum;
  }
}
