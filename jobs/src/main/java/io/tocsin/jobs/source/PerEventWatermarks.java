package io.tocsin.jobs.source;

import io.tocsin.mention.ParsedRecord;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** A watermark after each event that moves it. */
final class PerEventWatermarks implements WatermarkGenerator<ParsedRecord> {
  private final long boundMillis;
  private long latestMillis = Long.MIN_VALUE;

  PerEventWatermarks(long boundMillis) {
    this.boundMillis = boundMillis;
  }

  @Override
  public void onEvent(ParsedRecord parsed, long eventTimeMillis, WatermarkOutput output) {
    if (eventTimeMillis > latestMillis) {
      latestMillis = eventTimeMillis;
      output.emitWatermark(new Watermark(eventTimeMillis - boundMillis - 1));
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    // By event only: a clock would make two runs differ.
  }
}
