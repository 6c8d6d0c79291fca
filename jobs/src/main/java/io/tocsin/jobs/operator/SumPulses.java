package io.tocsin.jobs.operator;

import io.tocsin.feed.FeedPulse;
import io.tocsin.feed.PartialPulses;
import io.tocsin.mention.Mention;

/** Counts all mentions of the firehose by slice and channel, without what drills made up. */
public final class SumPulses implements PartialSums<Mention, FeedPulse> {
  private final PartialPulses pulses;

  /**
   * Slices of this width.
   *
   * @param sliceMillis width in milliseconds, at least 1
   */
  public SumPulses(long sliceMillis) {
    pulses = new PartialPulses(sliceMillis);
  }

  @Override
  public void add(Mention mention, long eventTimeMillis) {
    if (mention.drill() == null) {
      pulses.add(mention.channel(), eventTimeMillis);
    }
  }

  @Override
  public int size() {
    return pulses.size();
  }

  @Override
  public void flushBefore(long endMillis, Emitter<FeedPulse> out) {
    pulses.flushBefore(endMillis, pulse -> out.emit(pulse, pulse.startMillis()));
  }
}
