package io.tocsin.deploy.bench;

import io.tocsin.window.Pane;
import io.tocsin.window.Watch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Makes the panes of a load from the numbers of its mentions, as they leave partial sums: one for
 * each watch and slide. It reads the CPU's clock when the measured part begins.
 */
final class WatchPanes extends RichFlatMapFunction<Long, Pane> {
  /** Accumulator: CPU time of the process when the measured part began, nanoseconds. */
  static final String FROM_NANOS = "from-nanos";

  private final WatchLoad load;
  private final long slideMillis;
  private transient List<Pane> samples;
  private transient Set<Integer> spokenOf;
  private transient LongMaximum fromNanos;
  private long slide = Long.MIN_VALUE;

  @SuppressWarnings("NullAway.Init")
  WatchPanes(WatchLoad load, long slideMillis) {
    this.load = load;
    this.slideMillis = slideMillis;
  }

  @Override
  public void open(OpenContext context) {
    samples = WatchSample.panes();
    spokenOf = new HashSet<>();
    fromNanos = new LongMaximum();
    getRuntimeContext().addAccumulator(FROM_NANOS, fromNanos);
  }

  @Override
  public void flatMap(Long mention, Collector<Pane> out) {
    if (mention == load.mentionsBefore()) {
      fromNanos.add(CpuMeter.processNanos());
    }
    moveTo(Math.floorDiv(load.atMillis(mention), slideMillis) * slideMillis);
    int number = load.watch(mention);
    if (spokenOf.add(number)) {
      Watch watch = Watch.ofLocation("bench", Integer.toString(number));
      out.collect(samples.get((int) (mention % samples.size())).of(watch, slide));
    }
  }

  private void moveTo(long nextSlide) {
    if (nextSlide != slide) {
      slide = nextSlide;
      spokenOf.clear();
    }
  }
}
