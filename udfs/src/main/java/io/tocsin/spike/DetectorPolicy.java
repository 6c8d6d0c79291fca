package io.tocsin.spike;

import java.io.Serializable;
import java.util.List;

/**
 * When a watch is beyond what its own past explains. Two looks share one baseline: a sudden look at
 * every slide over short windows, and a calibrated look at every row, which sees what builds up
 * slowly.
 *
 * @param slideMillis the step of the sudden look
 * @param rowMillis the step of the calibrated look and of the baseline; a whole number of slides
 * @param windowsMillis windows of the sudden look, shortest first, each at most a row
 * @param suddenDecades rarity at which the sudden look fires: 8 means once in 10^8 windows of such
 *     a baseline
 * @param calmDecades rarity under which the sudden look is calm again
 * @param suddenRatio observed over expected that the sudden look asks for, however rare
 * @param firingSlides slides of the last {@code lookbackSlides} that must be over the level to fire
 * @param lookbackSlides slides that count for firing
 * @param calmSlides slides in a row under the calm level that end a spike
 * @param rowScore score at which the calibrated look fires
 * @param rowCalmScore score under which it is calm again
 * @param rowRise how much more the calibrated look must score to fire again within a day
 * @param minVoices distinct voices a window needs before anything fires
 * @param minNegativity sum of negativity a window needs before negativity fires
 * @param negativeOdds odds of negative over the watch's usual odds that negativity asks for: a
 *     surge at the usual mood, or a viral joy, is volume and not negativity
 * @param suddenWarmUpRows rows of past before the sudden look may fire
 * @param rowWarmUpRows rows of past before the calibrated look may fire
 * @param ongoingMillis how often a spike that goes on is told anew
 */
public record DetectorPolicy(
    long slideMillis,
    long rowMillis,
    List<Long> windowsMillis,
    double suddenDecades,
    double calmDecades,
    double suddenRatio,
    int firingSlides,
    int lookbackSlides,
    int calmSlides,
    double rowScore,
    double rowCalmScore,
    double rowRise,
    double minVoices,
    double minNegativity,
    double negativeOdds,
    int suddenWarmUpRows,
    int rowWarmUpRows,
    long ongoingMillis)
    implements Serializable {
  /** What the jobs use. */
  public static DetectorPolicy standard(long slideMillis) {
    return new DetectorPolicy(
        slideMillis,
        300_000,
        List.of(60_000L, 120_000L, 300_000L),
        8,
        3,
        3,
        2,
        3,
        6,
        2.8,
        1.5,
        1.0,
        10,
        5,
        1.25,
        12,
        288,
        60_000);
  }

  /** Slides in a row. */
  public int slidesInRow() {
    return (int) (rowMillis / slideMillis);
  }
}
