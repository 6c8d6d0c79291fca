package io.tocsin.deploy.train;

import io.tocsin.scoring.linear.FeatureScanner;
import io.tocsin.scoring.linear.LinearModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Trains a linear model by stochastic gradient descent on the cross entropy of targets, hard or
 * soft. Where there are several groups, every text teaches what its group shares with all others
 * and what is its group's own.
 */
public final class LinearTrainer {
  private final TrainingSettings settings;
  private final @Nullable LinearModel start;

  /** A trainer with these settings. */
  public LinearTrainer(TrainingSettings settings) {
    this(settings, null);
  }

  private LinearTrainer(TrainingSettings settings, @Nullable LinearModel start) {
    this.settings = settings;
    this.start = start;
  }

  /**
   * A trainer that goes on from a model: what all groups share begins with its weights.
   *
   * @param settings as many outputs of the same kind and as many buckets as the model has
   */
  public static LinearTrainer from(LinearModel start, TrainingSettings settings) {
    if (start.kind() != settings.kind()
        || start.outputs() != settings.outputs()
        || start.bits() != settings.bits()) {
      throw new IllegalArgumentException("the settings do not fit the model to start from");
    }
    return new LinearTrainer(settings, start);
  }

  /**
   * Trains.
   *
   * @param texts in any order; the same order gives the same model
   * @param progress told of every pass
   */
  public TrainedModels train(List<TrainingText> texts, TrainingProgress progress) {
    Map<String, Integer> groups = new LinkedHashMap<>();
    List<EncodedText> encoded = encode(texts, groups);
    WeightTable shared = table();
    if (start != null) {
      shared.startFrom(start);
    }
    List<WeightTable> own =
        groups.size() == 1 ? List.of() : groups.keySet().stream().map(group -> table()).toList();
    Lesson lesson = new Lesson(settings, shared, own);
    int[] order = firstToLast(encoded.size());
    SplittableRandom random = new SplittableRandom(settings.seed());
    for (int pass = 0; pass < settings.passes(); pass++) {
      shuffle(order, random);
      for (int i = 0; i < order.length; i++) {
        float done = (pass + (float) i / order.length) / settings.passes();
        lesson.teach(encoded.get(order[i]), 1 - done, random);
      }
      progress.passed(pass + 1, settings.passes());
    }
    return new TrainedModels(settings, shared, groups, own);
  }

  private List<EncodedText> encode(List<TrainingText> texts, Map<String, Integer> groups) {
    FeatureScanner scanner = new FeatureScanner();
    List<EncodedText> encoded = new ArrayList<>(texts.size());
    for (TrainingText text : texts) {
      if (text.targets().length != settings.outputs()) {
        throw new IllegalArgumentException(
            "targets are not %d: %d".formatted(settings.outputs(), text.targets().length));
      }
      int group = groups.computeIfAbsent(text.group(), name -> groups.size());
      encoded.add(EncodedText.of(text, scanner, group));
    }
    return encoded;
  }

  private WeightTable table() {
    return new WeightTable(settings.outputs(), settings.bits());
  }

  private static int[] firstToLast(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    return order;
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }
}
