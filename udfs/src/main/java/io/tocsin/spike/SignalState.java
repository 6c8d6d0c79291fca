package io.tocsin.spike;

import org.jspecify.annotations.Nullable;

/**
 * What the detector remembers of one signal of one watch. Fields are public and change in place
 * because the class is operator state.
 */
public final class SignalState {
  /** What is usual. */
  public Baseline baseline = new Baseline();

  /** The calibrated look. */
  public RowScore rows = new RowScore();

  /** What the calibrated look says. */
  public RowAlarm rowAlarm = new RowAlarm();

  /** What the look over hours says; only of negativity. */
  public SlowBurn slowBurn = new SlowBurn();

  /** The latest slides, newest in the lowest bit: set where the sudden look was over its level. */
  public int hotSlides;

  /** Slides in a row that were calm. */
  public int calmSlides;

  /** Window by which the sudden look fired; 0 while it does not. */
  public long suddenWindowMillis;

  /** Id of the spike that is on; null while none is. */
  public @Nullable String spikeId;

  /** Estimated onset of that spike, epoch milliseconds. */
  public long sinceMillis;

  /** When the spike before it ended, epoch milliseconds. */
  public long endedMillis = Long.MIN_VALUE;

  /** What was told of that spike. */
  public ToldSpike told = new ToldSpike();

  /** Whether any look is firing. */
  boolean firing() {
    return rowAlarm.firing || slowBurn.firing || suddenWindowMillis > 0;
  }
}
