package io.tocsin.spike;

import io.tocsin.window.Crowd;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.util.List;

/**
 * Lets {@link SpikeDetector} look at a series of counts as if they were the distinct voices of one
 * watch, a slide each. Its scores are the detector's decisions: a score reaches {@link #threshold}
 * where, and only where, a spike is raised.
 */
public final class SeriesDetector {
  private static final Watch SERIES = Watch.ofBrand("series");
  private static final double NEARLY = 0.99;

  private final DetectorPolicy policy;
  private final SpikeDetector detector;
  private final WatchState state;

  /**
   * A detector that has seen nothing.
   *
   * @param stepMillis what one value stands for; must divide five minutes
   * @throws IllegalArgumentException if it does not
   */
  public SeriesDetector(long stepMillis) {
    policy = DetectorPolicy.standard(stepMillis);
    detector = new SpikeDetector(policy);
    state = new WatchState(policy);
  }

  /** Score from which on it is an alarm. */
  public double threshold() {
    return policy.rowScore();
  }

  /**
   * Takes the next value and returns its score.
   *
   * @param startMillis start of the step, a whole number of steps since the epoch and later than
   *     the one before; steps left out counted nothing
   */
  public double next(long startMillis, long count) {
    Slide slide =
        new Slide(
            startMillis,
            count,
            count,
            0,
            0,
            0,
            0,
            count,
            count,
            List.of(),
            List.of(),
            Crowd.NOBODY);
    boolean raised =
        detector.onSlide(SERIES, state, slide).stream()
            .anyMatch(spike -> spike.phase() == SpikePhase.RAISED);
    double score = state.volume.rowAlarm.score;
    return raised ? Math.max(score, threshold()) : Math.min(score, NEARLY * threshold());
  }
}
