package io.tocsin.response.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the known word that a mistyped one was probably meant to be. */
public final class DidYouMean {
  private static final int LONGEST = 40;

  private DidYouMean() {}

  /** {@code ; did you mean 'url'?}, or nothing when no known word is near. */
  static String hint(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return "";
    }
    String typed = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(candidate -> distance(typed, candidate) <= tolerance(candidate))
        .min(Comparator.comparingInt(candidate -> distance(typed, candidate)))
        .map(candidate -> "; did you mean '" + candidate + "'?")
        .orElse("");
  }

  /**
   * The known words that are nearest, the nearest first.
   *
   * @param most how many
   */
  public static List<String> nearest(String word, Collection<String> known, int most) {
    String typed = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .sorted(
            Comparator.comparingInt((String candidate) -> distance(typed, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .toList();
  }

  private static int tolerance(String candidate) {
    return Math.max(1, candidate.length() / 3);
  }

  /**
   * The least number of insertions, deletions, substitutions and swaps of neighbours, ignoring case
   * (optimal string alignment).
   */
  static int distance(String typed, String candidate) {
    String known = candidate.toLowerCase(Locale.ROOT);
    int[][] cost = new int[typed.length() + 1][known.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= known.length(); j++) {
        cost[i][j] = Math.min(i, j) == 0 ? i + j : cheapest(cost, typed, known, i, j);
      }
    }
    return cost[typed.length()][known.length()];
  }

  private static int cheapest(int[][] cost, String typed, String known, int i, int j) {
    int substitution = typed.charAt(i - 1) == known.charAt(j - 1) ? 0 : 1;
    int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    best = Math.min(best, cost[i - 1][j - 1] + substitution);
    return swapped(typed, known, i, j) ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }

  private static boolean swapped(String typed, String known, int i, int j) {
    return i > 1
        && j > 1
        && typed.charAt(i - 1) == known.charAt(j - 2)
        && typed.charAt(i - 2) == known.charAt(j - 1);
  }
}
