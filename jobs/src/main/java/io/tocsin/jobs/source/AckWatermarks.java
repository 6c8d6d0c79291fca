package io.tocsin.jobs.source;

import io.tocsin.incident.Ack;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Event times of acknowledgements. They are rare, so they must never hold the watermark back. */
public final class AckWatermarks {
  private AckWatermarks() {}

  /** For a live source: an acknowledgement is taken when it arrives, whatever its clock says. */
  public static WatermarkStrategy<Ack> onArrival() {
    return OnArrival.watermarks();
  }

  /** For a file in the order of time: an acknowledgement is taken in its place among the spikes. */
  public static WatermarkStrategy<Ack> inItsPlace() {
    return WatermarkStrategy.<Ack>noWatermarks()
        .withTimestampAssigner((ack, recordTimestamp) -> ack.at().toEpochMilli());
  }
}
