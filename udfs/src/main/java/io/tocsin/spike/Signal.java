package io.tocsin.spike;

import io.tocsin.window.SlidingSums;
import io.tocsin.window.WindowSums;
import java.util.List;

/** What of a watch is measured. */
public enum Signal {
  /** Mentions, counted by distinct voices. */
  VOLUME,
  /** Sum of the probabilities that a mention is negative. */
  NEGATIVITY,
  /**
   * How far the mentions carry: sum of their weights of reach, which count decades of people. It
   * fires where accounts speak that are wider heard than usual.
   */
  REACH,
  /** That nothing comes: judged by {@link SilenceDetector}, by no baseline of its own. */
  SILENCE;

  /** Those that have a baseline and are judged at every slide. */
  static final List<Signal> COUNTED = List.of(VOLUME, NEGATIVITY, REACH);

  /** The signal's sum in a window. */
  double in(WindowSums window) {
    return switch (this) {
      case VOLUME -> window.voices();
      case NEGATIVITY -> window.negativity();
      case REACH -> window.reachWeight();
      case SILENCE -> window.mentions();
    };
  }

  /** The signal's sum in the slide that begins then; it must be in the ring. */
  double at(SlidingSums sums, long slideStart) {
    return switch (this) {
      case VOLUME -> sums.voicesAt(slideStart);
      case NEGATIVITY -> sums.negativityAt(slideStart);
      case REACH -> sums.reachWeightAt(slideStart);
      case SILENCE -> sums.mentionsAt(slideStart);
    };
  }
}
