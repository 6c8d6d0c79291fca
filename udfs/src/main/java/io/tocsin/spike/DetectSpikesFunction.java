package io.tocsin.spike;

import io.tocsin.window.Pane;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets {@link SpikeDetector} look at each slide of each watch. Panes wait in a list until their
 * slide is over; a watch that saw nothing for a whole row, or that heard too little within the hour
 * to fire, sleeps without a timer until its next pane.
 */
public final class DetectSpikesFunction extends KeyedProcessFunction<String, Pane, Spike> {
  /** What the watches of brands saw row by row, beside what was usual. */
  public static final OutputTag<BaselineRow> BASELINES =
      new OutputTag<>("baselines", TypeInformation.of(BaselineRow.class));

  private static final Duration FORGET_A_WATCH_AFTER = Duration.ofDays(60);

  private final DetectorPolicy policy;
  private final Map<String, BrandRules> rules;
  private transient SpikeDetector detector;
  private transient ListState<Pane> openPanes;
  private transient ValueState<WatchState> watchState;

  /** Detects by the policy and, by brand, what the crisis plan says. */
  @SuppressWarnings("NullAway.Init")
  public DetectSpikesFunction(DetectorPolicy policy, Map<String, BrandRules> rules) {
    this.policy = policy;
    this.rules = Map.copyOf(rules);
  }

  @Override
  public void open(OpenContext context) {
    detector = new SpikeDetector(policy, rules);
    openPanes =
        getRuntimeContext()
            .getListState(new ListStateDescriptor<>("open-panes", TypeInformation.of(Pane.class)));
    var descriptor = new ValueStateDescriptor<>("watch", TypeInformation.of(WatchState.class));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(FORGET_A_WATCH_AFTER).build());
    watchState = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement(Pane pane, Context context, Collector<Spike> out) throws Exception {
    openPanes.add(pane);
    context.timerService().registerEventTimeTimer(slideStart(pane) + policy.slideMillis() - 1);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Spike> out)
      throws Exception {
    long slideStart = timestamp + 1 - policy.slideMillis();
    List<Pane> panes = takePanesOf(slideStart);
    WatchState state = watchState.value();
    if (state == null) {
      state = new WatchState(policy);
    }
    Watch watch = Watch.ofKey(context.getCurrentKey());
    long slideBefore = state.sums.newestMillis;
    detector.onSlide(watch, state, Slide.of(slideStart, panes)).forEach(out::collect);
    BrandRules planned = rules.getOrDefault(watch.brand(), BrandRules.NONE);
    BaselineRows.since(watch, state, planned, slideBefore)
        .forEach(row -> context.output(BASELINES, row));
    watchState.update(state);
    if (!detector.idle(state)) {
      context.timerService().registerEventTimeTimer(timestamp + policy.slideMillis());
    }
  }

  private List<Pane> takePanesOf(long slideStart) throws Exception {
    List<Pane> taken = new ArrayList<>();
    List<Pane> later = new ArrayList<>();
    for (Pane pane : openPanes.get()) {
      (slideStart(pane) <= slideStart ? taken : later).add(pane);
    }
    openPanes.update(later);
    return taken;
  }

  private long slideStart(Pane pane) {
    return Math.floorDiv(pane.startMillis(), policy.slideMillis()) * policy.slideMillis();
  }
}
