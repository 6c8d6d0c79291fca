package io.tocsin.deploy.bench;

import io.tocsin.spike.DetectSpikesFunction;
import io.tocsin.spike.DetectorNews;
import io.tocsin.spike.Spike;
import io.tocsin.window.Pane;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.accumulators.LongMinimum;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The job's own detection, with its looks counted. When the input is over, watches that are awake
 * still look for an hour; so the CPU's clock is read when the measured part ends.
 */
final class CountedLooks extends KeyedBroadcastProcessFunction<String, Pane, DetectorNews, Spike> {
  /** Accumulator: how often a watch was looked at in the measured part. */
  static final String LOOKS = "looks";

  /** Accumulator: CPU time when the measured part ended; not set where nothing came after it. */
  static final String TO_NANOS = "to-nanos";

  private final DetectSpikesFunction detection;
  private final WatchLoad load;
  private final long slideMillis;
  private final LongCounter looks = new LongCounter();
  private final LongMinimum toNanos = new LongMinimum();
  private boolean over;

  /** Counts the looks of a load at slides of this length. */
  CountedLooks(DetectSpikesFunction detection, WatchLoad load, long slideMillis) {
    this.detection = detection;
    this.load = load;
    this.slideMillis = slideMillis;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    getRuntimeContext().addAccumulator(LOOKS, looks);
    getRuntimeContext().addAccumulator(TO_NANOS, toNanos);
    detection.setRuntimeContext(getRuntimeContext());
    detection.open(context);
  }

  @Override
  public void processElement(Pane pane, ReadOnlyContext context, Collector<Spike> out)
      throws Exception {
    detection.processElement(pane, context, out);
  }

  @Override
  public void processBroadcastElement(DetectorNews news, Context context, Collector<Spike> out)
      throws Exception {
    detection.processBroadcastElement(news, context, out);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Spike> out)
      throws Exception {
    count(timestamp + 1 - slideMillis);
    detection.onTimer(timestamp, context, out);
  }

  private void count(long slideStart) {
    if (slideStart < load.toMillis()) {
      looks.add(slideStart >= load.fromMillis() ? 1 : 0);
    } else if (!over) {
      over = true;
      toNanos.add(CpuMeter.processNanos());
    }
  }
}
