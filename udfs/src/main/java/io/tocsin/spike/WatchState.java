package io.tocsin.spike;

import io.tocsin.window.RecentCrowd;
import io.tocsin.window.RecentSources;
import io.tocsin.window.RecentTexts;
import io.tocsin.window.SlidingSums;

/**
 * What the detector remembers of one watch. Fields are public and change in place because the class
 * is operator state.
 */
public final class WatchState {
  /** The latest slides. */
  public SlidingSums sums = new SlidingSums();

  /** Memory of {@link Signal#VOLUME}. */
  public SignalState volume = new SignalState();

  /** Memory of {@link Signal#NEGATIVITY}. */
  public SignalState negativity = new SignalState();

  /** Memory of {@link Signal#REACH}. */
  public SignalState reach = new SignalState();

  /** What the watch has heard, so that a flood is not heard again. */
  public RecentTexts texts = new RecentTexts();

  /** Whether many spoke within the hour, or few again and again. */
  public RecentSources sources = new RecentSources();

  /** Who spoke of late, and of what. */
  public RecentCrowd crowd = new RecentCrowd();

  /** What is usually spoken of. */
  public Vocabulary vocabulary = new Vocabulary();

  /** How much of the watch is usually negative. */
  public UsualMood mood = new UsualMood();

  /** Whether nothing comes where mentions are usual. */
  public Silence silence = new Silence();

  /** For Flink. */
  public WatchState() {}

  /** A watch that has seen nothing. */
  public WatchState(DetectorPolicy policy) {
    sums = new SlidingSums(policy.slidesInRow(), policy.slideMillis());
  }

  SignalState of(Signal signal) {
    return switch (signal) {
      case VOLUME -> volume;
      case NEGATIVITY -> negativity;
      case REACH -> reach;
      case SILENCE -> throw new IllegalArgumentException("silence has no baseline of its own");
    };
  }

  /** Whether any look at any signal is firing. */
  boolean firing() {
    return volume.firing() || negativity.firing() || reach.firing();
  }

  /** Whether the watch has nothing to say until a mention comes. */
  boolean idle() {
    return sums.isEmpty() && !firing();
  }
}
