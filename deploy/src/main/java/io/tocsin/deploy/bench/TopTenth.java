package io.tocsin.deploy.bench;

import io.tocsin.deploy.host.BadInputException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/** What became of the tenth of the posts with the most influence, beside the rest. */
final class TopTenth {
  private static final int ROUNDS = 1_000;
  private static final int FEWEST_POSTS = 100;
  private static final int FEWEST_CARRIERS = 20;

  private final int[] top;
  private final int[] rest;

  private TopTenth(int[] top, int[] rest) {
    this.top = top;
    this.rest = rest;
  }

  /**
   * Divides the posts; of equal influence the earlier comes first.
   *
   * @throws BadInputException if there are too few, or others carried hardly any of the rest
   */
  static TopTenth of(List<FirstPost> posts, ToIntFunction<FirstPost> carriers) {
    int[] byInfluence =
        posts.stream()
            .sorted(Comparator.comparingDouble(FirstPost::influence).reversed())
            .mapToInt(carriers)
            .toArray();
    int cut = byInfluence.length / 10;
    int[] rest = Arrays.copyOfRange(byInfluence, cut, byInfluence.length);
    if (posts.size() < FEWEST_POSTS || Arrays.stream(rest).sum() < FEWEST_CARRIERS) {
      throw new BadInputException(
          "too few posts or reposts to compare: %,d posts begin a text, and others carried %,d of the rest"
              .formatted(posts.size(), Arrays.stream(rest).sum()));
    }
    return new TopTenth(Arrays.copyOf(byInfluence, cut), rest);
  }

  /** Carriers a post in the top tenth. */
  double topMean() {
    return mean(top);
  }

  /** Carriers a post of the rest. */
  double restMean() {
    return mean(rest);
  }

  /** Top tenth over rest, with the error of a bootstrap over the posts of each. */
  Ratio ratio(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] ratios = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      ratios[i] = resampledMean(top, random) / resampledMean(rest, random);
    }
    return Ratio.of(topMean() / restMean(), ratios);
  }

  private static double mean(int[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double resampledMean(int[] values, SplittableRandom random) {
    long sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[random.nextInt(values.length)];
    }
    return (double) sum / values.length;
  }
}
