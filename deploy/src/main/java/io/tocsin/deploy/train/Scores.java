package io.tocsin.deploy.train;

import java.util.Comparator;
import java.util.List;

/** The figures of one set of predictions, without errors. */
record Scores(double macroRecall, double macroF1, double negativeF1, double negativeAuc) {
  private static final int CLASSES = 3;

  static Scores of(List<Prediction> predictions) {
    int[][] counts = new int[CLASSES][CLASSES];
    for (Prediction prediction : predictions) {
      counts[prediction.label()][prediction.likeliest()]++;
    }
    double recalls = 0;
    double f1s = 0;
    int present = 0;
    for (int label = 0; label < CLASSES; label++) {
      if (actual(counts, label) > 0) {
        present++;
        recalls += (double) counts[label][label] / actual(counts, label);
        f1s += f1(counts, label);
      }
    }
    return new Scores(recalls / present, f1s / present, f1(counts, 0), auc(predictions));
  }

  private static double f1(int[][] counts, int label) {
    int both = actual(counts, label) + predicted(counts, label);
    return both == 0 ? 0 : 2.0 * counts[label][label] / both;
  }

  private static int actual(int[][] counts, int label) {
    return counts[label][0] + counts[label][1] + counts[label][2];
  }

  private static int predicted(int[][] counts, int label) {
    return counts[0][label] + counts[1][label] + counts[2][label];
  }

  /** By ranks; equals share their ranks. */
  private static double auc(List<Prediction> predictions) {
    List<Prediction> sorted =
        predictions.stream().sorted(Comparator.comparingDouble(Prediction::negative)).toList();
    double rankSum = 0;
    long negatives = 0;
    int start = 0;
    while (start < sorted.size()) {
      int end = start;
      int here = 0;
      while (end < sorted.size() && sorted.get(end).negative() == sorted.get(start).negative()) {
        here += sorted.get(end++).label() == 0 ? 1 : 0;
      }
      rankSum += here * ((start + 1 + end) / 2.0);
      negatives += here;
      start = end;
    }
    long others = sorted.size() - negatives;
    return (rankSum - negatives * (negatives + 1) / 2.0) / ((double) negatives * others);
  }
}
