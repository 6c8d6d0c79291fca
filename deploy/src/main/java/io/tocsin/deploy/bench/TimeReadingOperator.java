package io.tocsin.deploy.bench;

import java.io.Serial;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.api.common.accumulators.LongMinimum;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Stands right behind a source: counts its records and tells when the first came and when the last
 * was taken by what follows. The clock is looked at twice, so that it costs nothing a record. A
 * slow stage holds its source back, so the time between is the stage's own, without its start.
 */
final class TimeReadingOperator<T> extends AbstractStreamOperator<T>
    implements OneInputStreamOperator<T, T>, BoundedOneInput {
  /** Accumulator: how many records came. */
  static final String RECORDS = "records";

  /** Accumulator: when the first came, epoch milliseconds. */
  static final String FIRST_MILLIS = "first-millis";

  /** Accumulator: when the last was handled, epoch milliseconds. */
  static final String LAST_MILLIS = "last-millis";

  @Serial private static final long serialVersionUID = 1L;

  private transient long records;
  private transient LongMinimum firstMillis;
  private transient LongMaximum lastMillis;

  @SuppressWarnings("NullAway.Init") // Flink calls open before anything else
  TimeReadingOperator() {}

  @Override
  public void open() throws Exception {
    super.open();
    firstMillis = new LongMinimum();
    lastMillis = new LongMaximum();
    getRuntimeContext().addAccumulator(FIRST_MILLIS, firstMillis);
    getRuntimeContext().addAccumulator(LAST_MILLIS, lastMillis);
  }

  @Override
  public void processElement(StreamRecord<T> record) {
    if (records++ == 0) {
      firstMillis.add(System.currentTimeMillis());
    }
    output.collect(record);
  }

  @Override
  public void endInput() {
    getRuntimeContext().getLongCounter(RECORDS).add(records);
    if (records > 0) {
      lastMillis.add(System.currentTimeMillis());
    }
  }
}
