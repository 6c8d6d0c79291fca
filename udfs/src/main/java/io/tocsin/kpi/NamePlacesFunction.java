package io.tocsin.kpi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Bounds the series of a brand's locations: the first {@value #MOST_NAMED} that are mentioned
 * {@value #BUSY} times have series of their own from then on, all others are counted as {@value
 * #OTHER}. A place that was named keeps its name, and what was counted as other stays there; so no
 * counter runs back and the sum over all locations is exact.
 *
 * <p>Who is named is decided in event time, when the watermark has passed an interval, busiest
 * first: the same mentions name the same places, however they arrive.
 *
 * <p>Its state never ends: a place that lost its name would begin anew. It is bounded by the
 * locations of the crisis plans.
 */
public final class NamePlacesFunction extends KeyedProcessFunction<String, KpiDelta, KpiDelta> {
  /** The label that is bounded. */
  public static final String LOCATION = "location";

  /** The places that have no series of their own. */
  public static final String OTHER = "other";

  /** Places of a brand that have a series of their own, at most. */
  static final int MOST_NAMED = 50;

  /** Mentions that a place needs to be named. */
  static final int BUSY = 20;

  private final long intervalMillis;

  /** Changes by interval and number: an interval is looked up, however many others wait. */
  private transient MapState<String, KpiDelta> waiting;

  private transient MapState<Long, Integer> waitingCounts;
  private transient MapState<String, Boolean> named;
  private transient MapState<String, Double> unnamedMentions;

  /**
   * Decides in intervals of this length.
   *
   * @param intervalMillis at least 1
   */
  @SuppressWarnings("NullAway.Init")
  public NamePlacesFunction(long intervalMillis) {
    this.intervalMillis = intervalMillis;
  }

  @Override
  public void open(OpenContext context) {
    var runtime = getRuntimeContext();
    waiting =
        runtime.getMapState(
            new MapStateDescriptor<>(
                "waiting-changes", Types.STRING, TypeInformation.of(KpiDelta.class)));
    waitingCounts =
        runtime.getMapState(new MapStateDescriptor<>("waiting-counts", Types.LONG, Types.INT));
    named =
        runtime.getMapState(new MapStateDescriptor<>("named-places", Types.STRING, Types.BOOLEAN));
    unnamedMentions =
        runtime.getMapState(
            new MapStateDescriptor<>("mentions-of-unnamed", Types.STRING, Types.DOUBLE));
  }

  @Override
  public void processElement(KpiDelta delta, Context context, Collector<KpiDelta> out)
      throws Exception {
    long now = Math.max(context.timestamp(), context.timerService().currentWatermark() + 1);
    long end = (Math.floorDiv(now, intervalMillis) + 1) * intervalMillis;
    int number = waitingOf(end);
    waiting.put(key(end, number), delta);
    waitingCounts.put(end, number + 1);
    context.timerService().registerEventTimeTimer(end - 1);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<KpiDelta> out)
      throws Exception {
    List<KpiDelta> due = take(timestamp + 1);
    int free = MOST_NAMED - names();
    if (free > 0) {
      countTheUnnamed(due);
      nameTheBusiest(free);
    } else {
      unnamedMentions.clear();
    }
    for (KpiDelta delta : due) {
      out.collect(isNamed(placeOf(delta)) ? delta : delta.with(LOCATION, OTHER));
    }
  }

  private static String key(long end, int number) {
    return end + " " + number;
  }

  private int waitingOf(long end) throws Exception {
    Integer count = waitingCounts.get(end);
    return count == null ? 0 : count;
  }

  /** What changed in the interval, each series once. */
  private List<KpiDelta> take(long end) throws Exception {
    PartialKpis sums = new PartialKpis();
    for (int number = 0; number < waitingOf(end); number++) {
      sums.add(waiting.get(key(end, number)));
      waiting.remove(key(end, number));
    }
    waitingCounts.remove(end);
    List<KpiDelta> due = new ArrayList<>();
    sums.flush(due::add);
    return due;
  }

  private void countTheUnnamed(List<KpiDelta> due) throws Exception {
    for (KpiDelta delta : due) {
      String place = placeOf(delta);
      if (delta.metric() == KpiMetric.LOCATION_MENTIONS_TOTAL && !isNamed(place)) {
        Double before = unnamedMentions.get(place);
        unnamedMentions.put(place, (before == null ? 0 : before) + delta.amount());
      }
    }
  }

  private void nameTheBusiest(int most) throws Exception {
    List<Map.Entry<String, Double>> busy = new ArrayList<>();
    for (Map.Entry<String, Double> place : unnamedMentions.entries()) {
      if (place.getValue() >= BUSY) {
        busy.add(Map.entry(place.getKey(), place.getValue()));
      }
    }
    busy.sort(
        Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    for (Map.Entry<String, Double> place : busy.subList(0, Math.min(most, busy.size()))) {
      named.put(place.getKey(), true);
      unnamedMentions.remove(place.getKey());
    }
  }

  private int names() throws Exception {
    int count = 0;
    for (String unused : named.keys()) {
      count++;
    }
    return count;
  }

  private boolean isNamed(String place) throws Exception {
    return named.contains(place);
  }

  private static String placeOf(KpiDelta delta) {
    return Objects.requireNonNull(delta.labels().get(LOCATION));
  }
}
