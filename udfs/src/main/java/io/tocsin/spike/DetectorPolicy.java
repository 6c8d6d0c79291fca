package io.tocsin.spike;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a watch is beyond what its own past explains. Two looks share one baseline: a sudden look at
 * every slide over short windows, and a calibrated look at every row, which sees what builds up
 * slowly.
 *
 * @param slideMillis the step of the sudden look
 * @param windowsMillis windows of the sudden look, shortest first, each shorter than a row and a
 *     whole number of slides; none where slides are too long for a sudden look
 * @param suddenDecades rarity under the baseline at which the sudden look fires: 8 means once in
 *     10^8 windows of such a baseline
 * @param calmDecades rarity under which the sudden look is calm again
 * @param suddenOwnDecades rarity among the watch's own days that the sudden look asks for: 1 means
 *     that one day in ten has a row as far above its expectation
 * @param suddenRatio observed over expected that the sudden look asks for, however rare
 * @param firingSlides slides of the last {@code lookbackSlides} that must be over the level to fire
 * @param lookbackSlides slides that count for firing
 * @param calmSlides slides in a row under the calm level that end a spike
 * @param rowScore score at which the calibrated look fires
 * @param rowCalmScore score under which it is calm again
 * @param rowRise how much more the calibrated look must score to fire again while it is quiet
 * @param rowQuietMillis how long it is quiet after it fired
 * @param minVoices distinct voices that a window of the sudden look, or an hour of the calibrated
 *     one, needs before anything fires
 * @param minNegativity sum of negativity that the same needs before negativity fires
 * @param minReachWeight sum of weights of reach that the same needs before reach fires: more than a
 *     single account has, however wide it is heard
 * @param negativeOdds odds of negative over the watch's usual odds that negativity asks for: a
 *     surge at the usual mood, or a viral joy, is volume and not negativity
 * @param suddenWarmUpRows rows of past before the sudden look may fire
 * @param rowWarmUpRows rows of past before the calibrated look may fire
 * @param ongoingMillis how long a young spike that goes on and does not grow is not told anew
 */
public record DetectorPolicy(
    long slideMillis,
    List<Long> windowsMillis,
    double suddenDecades,
    double calmDecades,
    double suddenOwnDecades,
    double suddenRatio,
    int firingSlides,
    int lookbackSlides,
    int calmSlides,
    double rowScore,
    double rowCalmScore,
    double rowRise,
    long rowQuietMillis,
    double minVoices,
    double minNegativity,
    double minReachWeight,
    double negativeOdds,
    int suddenWarmUpRows,
    int rowWarmUpRows,
    long ongoingMillis)
    implements Serializable {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  /**
   * What the jobs use.
   *
   * @param slideMillis must divide five minutes
   * @throws IllegalArgumentException if it does not
   */
  public static DetectorPolicy standard(long slideMillis) {
    if (slideMillis <= 0 || Baseline.ROW_MILLIS % slideMillis != 0) {
      throw new IllegalArgumentException(
          "a slide of " + slideMillis + " ms does not divide a row of " + Baseline.ROW_MILLIS);
    }
    return new DetectorPolicy(
        slideMillis,
        suddenWindows(slideMillis),
        8,
        3,
        1,
        3,
        2,
        3,
        6,
        0.59,
        0.295,
        0.7,
        36 * HOUR,
        10,
        5,
        10,
        1.5,
        12,
        Baseline.DAY_ROWS,
        15 * MINUTE);
  }

  private static List<Long> suddenWindows(long slideMillis) {
    return Stream.of(MINUTE, 2 * MINUTE, 4 * MINUTE)
        .filter(window -> window % slideMillis == 0)
        .toList();
  }

  /** The step of the calibrated look and of the baseline; a whole number of slides. */
  public long rowMillis() {
    return Baseline.ROW_MILLIS;
  }

  /** Slides in a row. */
  public int slidesInRow() {
    return (int) (rowMillis() / slideMillis);
  }
}
