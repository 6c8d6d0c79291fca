package io.tocsin.jobs.source;

import io.tocsin.incident.Ack;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Event times of acknowledgements. They are rare, so they must never hold the watermark back. */
public final class AckWatermarks {
  private static final long BEFORE_EVERYTHING = 0;

  private AckWatermarks() {}

  /** For a live source: an acknowledgement is taken when it arrives, whatever its clock says. */
  public static WatermarkStrategy<Ack> onArrival() {
    return WatermarkStrategy.<Ack>forGenerator(context -> new EndOfTime())
        .withTimestampAssigner((ack, recordTimestamp) -> BEFORE_EVERYTHING);
  }

  /** For a file in the order of time: an acknowledgement is taken in its place among the spikes. */
  public static WatermarkStrategy<Ack> inItsPlace() {
    return WatermarkStrategy.<Ack>noWatermarks()
        .withTimestampAssigner((ack, recordTimestamp) -> ack.at().toEpochMilli());
  }

  /** Claims from the start that nothing is outstanding. */
  private static final class EndOfTime implements WatermarkGenerator<Ack> {
    @Override
    public void onEvent(Ack ack, long eventTimeMillis, WatermarkOutput output) {}

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.emitWatermark(Watermark.MAX_WATERMARK);
    }
  }
}
