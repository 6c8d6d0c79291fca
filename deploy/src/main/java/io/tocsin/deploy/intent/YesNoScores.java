package io.tocsin.deploy.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How well yes-or-no verdicts fit the truth.
 *
 * @param texts how many
 * @param f1 harmonic mean of precision and recall of yes
 * @param f1Error its standard error: the spread over resamples of the verdicts (bootstrap)
 * @param precision share of those called yes that are
 * @param recall share of those that are yes that were called so
 */
record YesNoScores(int texts, double f1, double f1Error, double precision, double recall) {
  private static final int RESAMPLES = 200;
  private static final long SEED = 1;

  static YesNoScores of(List<Verdict> verdicts) {
    double yes = verdicts.stream().filter(Verdict::truth).count();
    double called = verdicts.stream().filter(Verdict::isLikely).count();
    double right = verdicts.stream().filter(v -> v.truth() && v.isLikely()).count();
    return new YesNoScores(
        verdicts.size(), f1(verdicts), f1Error(verdicts), right / called, right / yes);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "F1 %.1f ± %.1f, precision %.1f, recall %.1f (%,d texts)",
        100 * f1,
        100 * f1Error,
        100 * precision,
        100 * recall,
        texts);
  }

  private static double f1(List<Verdict> verdicts) {
    long right = 0;
    long wrong = 0;
    for (Verdict verdict : verdicts) {
      right += verdict.truth() && verdict.isLikely() ? 1 : 0;
      wrong += verdict.truth() != verdict.isLikely() ? 1 : 0;
    }
    return 2.0 * right / (2 * right + wrong);
  }

  private static double f1Error(List<Verdict> verdicts) {
    SplittableRandom random = new SplittableRandom(SEED);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < RESAMPLES; i++) {
      List<Verdict> drawn = new ArrayList<>(verdicts.size());
      for (int j = 0; j < verdicts.size(); j++) {
        drawn.add(verdicts.get(random.nextInt(verdicts.size())));
      }
      double f1 = f1(drawn);
      sum += f1;
      squares += f1 * f1;
    }
    double mean = sum / RESAMPLES;
    return Math.sqrt(Math.max(0, squares / RESAMPLES - mean * mean));
  }
}
