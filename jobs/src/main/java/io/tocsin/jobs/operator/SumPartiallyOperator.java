package io.tocsin.jobs.operator;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Sums records in memory before the shuffle. Sums leave when the watermark has passed their slice,
 * when there are too many, and before every checkpoint barrier; so the operator needs no state and
 * exactly-once holds. The watermark is held back to the borders of slices: behind this operator
 * nothing is late.
 *
 * <p>Where this subtask is idle, what it holds leaves first: else what lies behind would go on
 * without it, and find it late. Behind a shuffle all subtasks are idle together, when nothing at
 * all comes, and awake one after another; there idleness is not told at all, so that none runs
 * ahead.
 *
 * @param <I> what is summed
 * @param <O> what a sum is
 */
public final class SumPartiallyOperator<I, O> extends AbstractStreamOperator<O>
    implements OneInputStreamOperator<I, O>, BoundedOneInput {
  private static final int MOST_SUMS_HELD = 50_000;

  private final PartialSums.Factory<I, O> factory;
  private final long sliceMillis;
  private final boolean tellsIdleness;
  private transient PartialSums<I, O> sums;
  private transient long borderMillis;

  /**
   * Sums slices of this width.
   *
   * @param sliceMillis width in milliseconds, at least 1
   * @param tellsIdleness whether what lies behind goes on without this subtask while it is idle: so
   *     beside a source, whose partitions are silent one by one
   */
  @SuppressWarnings("NullAway.Init")
  public SumPartiallyOperator(
      PartialSums.Factory<I, O> factory, long sliceMillis, boolean tellsIdleness) {
    this.factory = factory;
    this.sliceMillis = sliceMillis;
    this.tellsIdleness = tellsIdleness;
  }

  @Override
  public void open() throws Exception {
    super.open();
    sums = factory.create();
    borderMillis = Long.MIN_VALUE;
  }

  @Override
  public void processElement(StreamRecord<I> element) {
    long time = element.hasTimestamp() ? element.getTimestamp() : borderMillis;
    sums.add(element.getValue(), Math.max(time, borderMillis));
    if (sums.size() >= MOST_SUMS_HELD) {
      flushBefore(Long.MAX_VALUE);
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    long border = Slices.border(mark.getTimestamp(), sliceMillis);
    if (border > borderMillis) {
      flushBefore(border);
      borderMillis = border;
      super.processWatermark(border == Long.MAX_VALUE ? mark : new Watermark(border - 1));
    }
  }

  @Override
  public void processWatermarkStatus(WatermarkStatus status) throws Exception {
    if (tellsIdleness) {
      flushBefore(Long.MAX_VALUE);
      super.processWatermarkStatus(status);
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    flushBefore(Long.MAX_VALUE);
  }

  @Override
  public void endInput() {
    flushBefore(Long.MAX_VALUE);
  }

  private void flushBefore(long endMillis) {
    sums.flushBefore(endMillis, this::emit);
  }

  private void emit(O sum, long eventTimeMillis) {
    output.collect(new StreamRecord<>(sum, eventTimeMillis));
  }
}
