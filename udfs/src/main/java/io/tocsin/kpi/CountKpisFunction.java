package io.tocsin.kpi;

import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts each KPI series in event time: changes wait in their interval and are applied when the
 * watermark has passed it, so that a value stands for exactly what happened up to its time, however
 * the inputs interleave. A series is written once an interval in which its value changed.
 *
 * <p>The total of a series never ends: a counter that forgot would run back. Series are bounded by
 * the label sets of the catalogue.
 */
public final class CountKpisFunction extends KeyedProcessFunction<String, KpiDelta, Kpi> {
  private final long intervalMillis;
  private transient MapState<Long, KpiDelta> waiting;
  private transient ValueState<Double> total;

  /**
   * Counts in intervals of this length.
   *
   * @param intervalMillis at least 1
   */
  @SuppressWarnings("NullAway.Init")
  public CountKpisFunction(long intervalMillis) {
    this.intervalMillis = intervalMillis;
  }

  @Override
  public void open(OpenContext context) {
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting-changes", Types.LONG, TypeInformation.of(KpiDelta.class)));
    total = getRuntimeContext().getState(new ValueStateDescriptor<>("total", Types.DOUBLE));
  }

  @Override
  public void processElement(KpiDelta delta, Context context, Collector<Kpi> out) throws Exception {
    long now = Math.max(context.timestamp(), context.timerService().currentWatermark() + 1);
    long end = (Math.floorDiv(now, intervalMillis) + 1) * intervalMillis;
    KpiDelta sum = waiting.get(end);
    waiting.put(end, sum == null ? delta : sum.plus(delta));
    context.timerService().registerEventTimeTimer(end - 1);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Kpi> out) throws Exception {
    long end = timestamp + 1;
    KpiDelta delta = waiting.get(end);
    waiting.remove(end);
    Double before = total.value();
    double value =
        rounded(delta.metric().type().combine(before == null ? 0 : before, delta.amount()));
    if (before != null && before == value) {
      return;
    }
    total.update(value);
    out.collect(
        new Kpi(delta.series(), delta.metric(), delta.labels(), value, Instant.ofEpochMilli(end)));
  }

  /** Sums of millionths stay millionths, whatever binary fractions make of them on the way. */
  private static double rounded(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }
}
