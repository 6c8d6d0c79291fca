package io.tocsin.jobs.source;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event times of what is rare and counts when it arrives, whatever its clock says. It must never
 * hold the watermark back.
 */
public final class OnArrival {
  private static final long BEFORE_EVERYTHING = 0;

  private OnArrival() {}

  /** For a live source. */
  public static <T> WatermarkStrategy<T> watermarks() {
    return WatermarkStrategy.<T>forGenerator(context -> new EndOfTime<>())
        .withTimestampAssigner((value, recordTimestamp) -> BEFORE_EVERYTHING);
  }

  /** Claims from the start that nothing is outstanding. */
  private static final class EndOfTime<T> implements WatermarkGenerator<T> {
    @Override
    public void onEvent(T value, long eventTimeMillis, WatermarkOutput output) {}

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.emitWatermark(Watermark.MAX_WATERMARK);
    }
  }
}
