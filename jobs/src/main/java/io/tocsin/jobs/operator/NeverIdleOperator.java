package io.tocsin.jobs.operator;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Passes everything on but idleness. What joins this stream with another then waits for its
 * watermark always, also at the moment when all wakes again and the other is heard first.
 *
 * @param <T> what passes
 */
public final class NeverIdleOperator<T> extends AbstractStreamOperator<T>
    implements OneInputStreamOperator<T, T> {
  @Override
  public void processElement(StreamRecord<T> element) {
    output.collect(element);
  }

  @Override
  public void processWatermarkStatus(WatermarkStatus status) {
    // Idle or not, it is waited for.
  }
}
