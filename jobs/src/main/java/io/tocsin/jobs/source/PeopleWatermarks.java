package io.tocsin.jobs.source;

import java.io.Serializable;
import java.time.Instant;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event times of what people do: acknowledgements, assignments, responses. It comes as it comes, so
 * it must never hold the watermark back.
 */
public final class PeopleWatermarks {
  private PeopleWatermarks() {}

  /** When a record says that it happened. */
  public interface Moment<T> extends Serializable {
    /** Event time. */
    Instant of(T record);
  }

  /** For a live source: a record is taken when it arrives, whatever its clock says. */
  public static <T> WatermarkStrategy<T> onArrival() {
    return OnArrival.watermarks();
  }

  /** For a file in the order of time: a record is taken in its place among the mentions. */
  public static <T> WatermarkStrategy<T> inItsPlace(Moment<T> moment) {
    return WatermarkStrategy.<T>noWatermarks()
        .withTimestampAssigner((record, recordTimestamp) -> moment.of(record).toEpochMilli());
  }
}
